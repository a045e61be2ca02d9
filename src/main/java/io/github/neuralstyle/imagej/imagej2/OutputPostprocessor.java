package io.github.neuralstyle.imagej.imagej2;

import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.ui.UIService;

/** Shows what our commands made, before SciJava's own does it in a way that tells no info, and shows nothing to macros. */
@Plugin(type = PostprocessorPlugin.class)
public class OutputPostprocessor extends AbstractPostprocessorPlugin {

    @Parameter(required = false)
    private UIService ui;

    @Override
    public void process(Module module) {
        if (!(module.getInfo() instanceof CommandInfo info) || !ImageJ2Bridge.isOurs(info)) return;
        ImageJ2Bridge bridge = new ImageJ2Bridge(getContext());
        for (ModuleItem<?> item : info.outputs()) {
            Object value = item.getValue(module);
            if (value instanceof Number || value != null && bridge.show(value, ui == null || ui.isHeadless()))
                module.resolveOutput(item.getName());
        }
    }
}
