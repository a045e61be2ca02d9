package io.github.neuralstyle.ij;

import ij.ImagePlus;
import ij.Macro;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;
import io.github.neuralstyle.imagej.dialog.InputDialog;
import io.github.neuralstyle.imagej.imagej1.CommandRun;
import io.github.neuralstyle.imagej.imagej1.ImagePlusPixels;
import io.github.neuralstyle.imagej.imagej1.Inputs;
import io.github.neuralstyle.imagej.imagej1.MacroOptions;
import io.github.neuralstyle.imagej.imagej1.Macros;
import io.github.neuralstyle.imagej.imagej1.Results;
import java.util.Map;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/**
 * Runs the SciJava commands in an ImageJ 1 without SciJava's layer: from its menu, where the inputs are asked for in a
 * dialog, and from its macros, where they are the options of {@code run("Style Transfer...", "image=a.png ...")}. An error
 * is shown as one sentence and ends a macro, and an ImageJ that was started for it by {@code -batch}.
 */
public class Adapter implements PlugIn {

    private static Context context;

    /** @param label the last part of the command's menu path, for instance "Style Transfer..." */
    @Override
    public void run(String label) {
        String options = Macro.getOptions();
        try {
            Module module = module(label);
            Inputs inputs = new Inputs(module);
            if (options != null) run(module, inputs.values(MacroOptions.parse(options)));
            else ask(label, module, inputs);
        } catch (IllegalArgumentException | IllegalStateException e) {
            Macros.fail(label, e.getMessage());
        }
    }

    /**
     * Runs a command for {@code call("io.github.neuralstyle.ij.Adapter.run", "Style Transfer...", "image=a.png ...")} in
     * macros of a Java without a display: ImageJ 1 has no menus there, and so no {@code run(...)}.
     *
     * @throws IllegalArgumentException if an option is wrong and no macro is running that could be ended
     * @throws IllegalStateException if the command fails and no macro is running that could be ended
     */
    public static void run(String label, String options) {
        try {
            Module module = module(label);
            run(module, new Inputs(module).values(MacroOptions.parse(options)));
        } catch (IllegalArgumentException | IllegalStateException e) {
            if (Interpreter.getInstance() == null) throw e;
            Macros.failHeadless(label, e.getMessage());
        }
    }

    private static void ask(String label, Module module, Inputs inputs) {
        Map<String, Object> values = inputs.items().isEmpty() ? Map.of() : InputDialog.ask(label, module, inputs);
        if (values == null) {
            Recorder.disableCommandRecording();
            return;
        }
        if (Recorder.record) Inputs.texts(values).forEach(Recorder::recordOption);
        run(module, values);
    }

    private static void run(Module module, Map<String, Object> values) {
        ImagePlus source = null;
        for (Map.Entry<String, Object> entry : values.entrySet())
            if (entry.getValue() instanceof ImagePlus image) {
                source = source == null ? image : source;
                entry.setValue(ImagePlusPixels.of(image));
            }
        CommandRun.run(context(), module, values);
        Results.show(module, source);
    }

    private static Module module(String label) {
        for (CommandInfo info : context().service(CommandService.class).getCommands())
            if (!info.getMenuPath().isEmpty()
                    && info.getMenuPath().getLeaf().getName().equals(label))
                return context().service(ModuleService.class).createModule(info);
        throw new IllegalArgumentException("There is no command " + label + ".");
    }

    /** One for all runs, of the classes that ImageJ's loader of plugins knows. */
    private static synchronized Context context() {
        if (context != null) return context;
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        thread.setContextClassLoader(Adapter.class.getClassLoader());
        try {
            context = new Context();
            return context;
        } finally {
            thread.setContextClassLoader(loader);
        }
    }
}
