package io.github.neuralstyle.imagej.imagej2;

import ij.ImagePlus;
import ij.Macro;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.imagej.dialog.InputDialog;
import io.github.neuralstyle.imagej.imagej1.Inputs;
import io.github.neuralstyle.imagej.imagej1.OpenImages;
import io.github.neuralstyle.imagej.imagej1.Results;
import io.github.neuralstyle.imagej.progress.ImageJState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.scijava.Context;
import org.scijava.ItemVisibility;
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
import org.scijava.widget.InputHarvester;

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

    /** The name of the image that is the active one, as no script has given it; null if there is none. */
    private static String activeInput(Module module) {
        for (ModuleItem<?> item : module.getInfo().inputs())
            if (Inputs.isImage(item) && item.isAutoFill())
                return module.isInputResolved(item.getName()) ? null : item.getName();
        return null;
    }

    /**
     * Gives the active image, or those that a macro names, their Datasets: ImageJ2 would make that of the active one on the event
     * thread, and block that while it scans all pixels. One that cannot have it is given to the command here, as ImageJ2 would
     * take the one before.
     */
    @Plugin(type = PreprocessorPlugin.class, priority = 3 * Priority.VERY_HIGH)
    public static class ActiveImage extends AbstractPreprocessorPlugin {

        @Override
        public void process(Module module) {
            LegacyImages legacy = isOurs(module) ? new ImageJ2Bridge(getContext()).legacy() : null;
            if (legacy == null) return;
            if (legacy.isMacro()) MacroEnd.onCancel(module, getContext());
            if (legacy.hasMacroOptions()) {
                named(module).forEach(legacy::register);
                return;
            }
            String input = activeInput(module);
            ImagePlus active = input == null ? null : OpenImages.active();
            if (active != null && !legacy.register(active)) set(module, input, legacy.image(active));
        }
    }

    private static List<ImagePlus> named(Module module) {
        List<ImagePlus> images = new ArrayList<>();
        for (ModuleItem<?> item : module.getInfo().inputs())
            if (Inputs.isImage(item))
                images.addAll(OpenImages.all(Macro.getValue(Macro.getOptions(), item.getName(), "")));
        return images;
    }

    private static boolean asks(Context context) {
        UIService ui = context.getService(UIService.class);
        return ui != null && ui.isVisible() && !ui.isHeadless();
    }

    /** Lets a script that gives an input leave out those that are optional or have a default: it is never asked. */
    @Plugin(type = PreprocessorPlugin.class, priority = 4 * Priority.VERY_HIGH)
    public static class ScriptDefaults extends AbstractPreprocessorPlugin {

        @Override
        public void process(Module module) {
            if (!isOurs(module)) return;
            boolean given = false;
            for (ModuleItem<?> item : module.getInfo().inputs())
                if (module.isInputResolved(item.getName())) {
                    given = true;
                    String current = Inputs.current(item.getName());
                    if (item.getVisibility() == ItemVisibility.INVISIBLE)
                        set(module, current, module.getInput(item.getName()));
                }
            if (given) resolve(module);
        }
    }

    /**
     * Reads the options of an ImageJ macro as an ImageJ 1 without ImageJ2 does, with the same errors: ImageJ2 ignores those
     * that it does not know, and asks for those that are left out. After ImageJ2 has set what it understands.
     */
    @Plugin(type = PreprocessorPlugin.class, priority = 1.5 * Priority.VERY_HIGH)
    public static class MacroInputs extends AbstractPreprocessorPlugin {

        @Override
        public void process(Module module) {
            LegacyImages legacy = isOurs(module) ? new ImageJ2Bridge(getContext()).legacy() : null;
            if (legacy == null || !legacy.hasMacroOptions()) return;
            try {
                give(module, new Inputs(module).values(legacy.macroOptions()), legacy);
            } catch (IllegalArgumentException e) {
                cancel(ImageJState.told(getContext(), e.getMessage()));
            }
        }
    }

    /** Asks for the inputs in our dialog, before SciJava does it in its own. */
    @Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY + 0.5)
    public static class Dialog extends AbstractPreprocessorPlugin {

        @Override
        public void process(Module module) {
            LegacyImages legacy = isOurs(module) ? new ImageJ2Bridge(getContext()).legacy() : null;
            if (legacy == null || !asks(getContext()) || GIVEN.contains(module)) return;
            Inputs inputs = new Inputs(module);
            if (inputs.items().isEmpty()) return;
            try {
                Map<String, Object> values = InputDialog.ask(module.getInfo().getTitle(), module, inputs);
                if (values == null) cancel(null);
                else give(module, values, legacy);
            } catch (IllegalArgumentException e) {
                cancel(e.getMessage());
            }
        }
    }

    /** Sets inputs, images as Datasets where they can be, so that nothing else is asked for. */
    private static void give(Module module, Map<String, Object> values, LegacyImages legacy) {
        for (ModuleItem<?> item : module.getInfo().inputs()) {
            Object value = values.get(item.getName());
            if (Inputs.isImage(item) || value != null)
                module.setInput(item.getName(), value instanceof ImagePlus window ? legacy.image(window) : value);
        }
        resolve(module);
        values.keySet().forEach(module::resolveInput);
    }

    private static void set(Module module, String name, Object value) {
        module.setInput(name, value);
        module.resolveInput(name);
    }

    /** Says what is missing where a dialog would ask for an image that is not there, or could not ask. */
    @Plugin(type = PreprocessorPlugin.class, priority = Priority.LOW)
    public static class MissingImages extends AbstractPreprocessorPlugin {

        @Override
        public void process(Module module) {
            if (!isOurs(module)) return;
            ImageJ2Bridge bridge = new ImageJ2Bridge(getContext());
            boolean asks = asks(getContext());
            for (ModuleItem<?> item : module.getInfo().inputs())
                if (Inputs.isImage(item) && item.isRequired() && module.getInput(item.getName()) == null) {
                    String name = item.getName();
                    if (item.isAutoFill() && bridge.isNoneOpen()) fail("No image is open; open the images first.");
                    else if (!asks || GIVEN.contains(module))
                        fail(name + " is missing; give it as " + name + "=[title of an open image].");
                    else continue;
                    return;
                }
        }

        private void fail(String reason) {
            cancel(ImageJState.told(getContext(), reason));
        }
    }

    private static void resolve(Module module) {
        GIVEN.add(module);
        for (ModuleItem<?> item : module.getInfo().inputs())
            if (!item.isRequired() || !Inputs.isImage(item) && module.getInput(item.getName()) != null)
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
                boolean headless = ui == null || ui.isHeadless();
                if (value instanceof String text && bridge.legacy() != null && !headless)
                    Results.show(item.getLabel(), text);
                else if (!(value instanceof Number) && (value == null || !bridge.show(value, headless))) continue;
                module.resolveOutput(item.getName());
            }
        }
    }
}
