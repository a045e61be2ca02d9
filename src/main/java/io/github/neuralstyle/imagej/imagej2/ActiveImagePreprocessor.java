package io.github.neuralstyle.imagej.imagej2;

import net.imglib2.img.Img;
import org.scijava.Priority;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Gives the active image its Dataset before a macro's parameters give others theirs: in telling which of them is active,
 * ImageJ2 would make it on the event thread, and block that while it looks through all pixels.
 */
@Plugin(type = PreprocessorPlugin.class, priority = 3 * Priority.VERY_HIGH)
public class ActiveImagePreprocessor extends AbstractPreprocessorPlugin {

    @Override
    public void process(Module module) {
        if (module.getInfo() instanceof CommandInfo info && ImageJ2Bridge.isOurs(info) && takesImage(info))
            new ImageJ2Bridge(getContext()).active();
    }

    private static boolean takesImage(CommandInfo info) {
        for (ModuleItem<?> item : info.inputs()) if (item.getType() == Img.class) return true;
        return false;
    }
}
