package io.github.neuralstyle.imagej.imagej2;

import net.imglib2.img.Img;
import org.scijava.Priority;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.ui.UIService;

/** What an ImageJ2 does before and after our commands; it does nothing to those of others. */
public final class Processors {

    private Processors() {}

    private static boolean isOurs(Module module) {
        return module.getInfo() instanceof CommandInfo info && ImageJ2Bridge.isOurs(info);
    }

    /**
     * Gives the active image its Dataset before a macro's parameters give others theirs: ImageJ2 would make it on the event
     * thread, and block that while it scans all pixels.
     */
    @Plugin(type = PreprocessorPlugin.class, priority = 3 * Priority.VERY_HIGH)
    public static class ActiveImage extends AbstractPreprocessorPlugin {

        @Override
        public void process(Module module) {
            if (!isOurs(module)) return;
            for (ModuleItem<?> item : module.getInfo().inputs())
                if (item.getType() == Img.class) {
                    new ImageJ2Bridge(getContext()).active();
                    return;
                }
        }
    }

    /** Lets a macro leave out parameters that are optional or have a default, so that no dialog asks for them. */
    @Plugin(type = PreprocessorPlugin.class)
    public static class MacroDefaults extends AbstractPreprocessorPlugin {

        @Override
        public void process(Module module) {
            if (!isOurs(module) || !new ImageJ2Bridge(getContext()).hasMacroOptions()) return;
            for (ModuleItem<?> item : module.getInfo().inputs())
                if (!item.isRequired() || item.getType() != Img.class && module.getInput(item.getName()) != null)
                    module.resolveInput(item.getName());
        }
    }

    /** Shows outputs before SciJava does it, which would lose their info, and show nothing to macros. */
    @Plugin(type = PostprocessorPlugin.class)
    public static class Output extends AbstractPostprocessorPlugin {

        @Parameter(required = false)
        private UIService ui;

        @Override
        public void process(Module module) {
            if (!isOurs(module)) return;
            ImageJ2Bridge bridge = new ImageJ2Bridge(getContext());
            for (ModuleItem<?> item : module.getInfo().outputs()) {
                Object value = item.getValue(module);
                if (value instanceof Number || value != null && bridge.show(value, ui == null || ui.isHeadless()))
                    module.resolveOutput(item.getName());
            }
        }
    }
}
