package io.github.neuralstyle.imagej.imagej2;

import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/** Lets a macro leave out optional parameters: they have their defaults, and no dialog asks for them. */
@Plugin(type = PreprocessorPlugin.class)
public class MacroPreprocessor extends AbstractPreprocessorPlugin {

    @Override
    public void process(Module module) {
        if (!(module.getInfo() instanceof CommandInfo info)
                || !ImageJ2Bridge.isOurs(info)
                || !new ImageJ2Bridge(getContext()).hasMacroOptions()) return;
        for (ModuleItem<?> item : info.inputs()) if (!item.isRequired()) module.resolveInput(item.getName());
    }
}
