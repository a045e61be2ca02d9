package io.github.neuralstyle.imagej.imagej2;

import io.github.neuralstyle.Settings;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import net.imglib2.img.Img;
import org.scijava.Priority;
import org.scijava.command.CommandInfo;
import org.scijava.log.LogService;
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

    /** Modules whose inputs a script or macro gives, for as long as they run. */
    private static final Set<Module> GIVEN =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private Processors() {}

    private static boolean isOurs(Module module) {
        return module.getInfo() instanceof CommandInfo info
                && info.getDelegateClassName().startsWith(Settings.class.getPackageName() + ".command.");
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
            ImageJ2Bridge bridge = new ImageJ2Bridge(getContext());
            if (bridge.legacy() != null && bridge.legacy().isMacro()) MacroEnd.onCancel(module, getContext());
            for (ModuleItem<?> item : module.getInfo().inputs())
                if (item.getType() == Img.class) {
                    activate(bridge);
                    return;
                }
        }

        private void activate(ImageJ2Bridge bridge) {
            try {
                bridge.active();
            } catch (IllegalArgumentException e) {
                cancel(e.getMessage());
            }
        }
    }

    /** Lets a script that gives an input leave out those that are optional or have a default: it is never asked. */
    @Plugin(type = PreprocessorPlugin.class, priority = 4 * Priority.VERY_HIGH)
    public static class ScriptDefaults extends AbstractPreprocessorPlugin {

        @Override
        public void process(Module module) {
            if (!isOurs(module)) return;
            for (ModuleItem<?> item : module.getInfo().inputs())
                if (module.isInputResolved(item.getName())) {
                    resolve(module);
                    return;
                }
        }
    }

    /** Says what is missing where a dialog would ask for an image that is not there, or could not ask. */
    @Plugin(type = PreprocessorPlugin.class, priority = Priority.LOW)
    public static class MissingImages extends AbstractPreprocessorPlugin {

        @Parameter(required = false)
        private UIService ui;

        @Parameter
        private LogService log;

        @Override
        public void process(Module module) {
            if (!isOurs(module)) return;
            ImageJ2Bridge bridge = new ImageJ2Bridge(getContext());
            boolean asks = ui != null && ui.isVisible() && !ui.isHeadless();
            for (ModuleItem<?> item : module.getInfo().inputs())
                if (item.getType() == Img.class && item.isRequired() && module.getInput(item.getName()) == null) {
                    String name = item.getName();
                    if (item.isAutoFill() && bridge.isNoneOpen()) fail("No image is open; open the images first.");
                    else if (!asks || GIVEN.contains(module))
                        fail(name + " is missing; give it as " + name + "=[title of an open image].");
                    else continue;
                    return;
                }
        }

        private void fail(String reason) {
            log.error(reason);
            cancel(reason);
        }
    }

    /** Lets a macro leave out parameters that are optional or have a default, so that no dialog asks for them. */
    @Plugin(type = PreprocessorPlugin.class)
    public static class MacroDefaults extends AbstractPreprocessorPlugin {

        @Override
        public void process(Module module) {
            LegacyImages legacy = isOurs(module) ? new ImageJ2Bridge(getContext()).legacy() : null;
            if (legacy != null && legacy.hasMacroOptions()) resolve(module);
        }
    }

    private static void resolve(Module module) {
        GIVEN.add(module);
        for (ModuleItem<?> item : module.getInfo().inputs())
            if (!item.isRequired() || item.getType() != Img.class && module.getInput(item.getName()) != null)
                module.resolveInput(item.getName());
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
