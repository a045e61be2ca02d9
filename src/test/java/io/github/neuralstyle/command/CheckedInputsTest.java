package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.imagej.dialog.CheckedInputs;
import java.io.File;
import java.util.HashMap;
import java.util.Map;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** What a dialog finds wrong before it closes. */
class CheckedInputsTest {

    private static final File SET = new File("test-images/training-set");

    @TempDir
    private File folder;

    private final Context context = new Context();
    private final Img<?> grey = ArrayImgs.unsignedBytes(40, 30), color = ArrayImgs.argbs(40, 30);

    @AfterEach
    void stop() {
        context.dispose();
    }

    private CheckedInputs command(Class<? extends Command> type, Map<String, Object> inputs) {
        Module module = context.service(ModuleService.class)
                .createModule(context.service(CommandService.class).getCommand(type));
        module.setInputs(inputs);
        return (CheckedInputs) module.getDelegateObject();
    }

    private void refused(String reason, Class<? extends Command> type, Object... inputs) {
        Map<String, Object> given = new HashMap<>();
        for (int i = 0; i < inputs.length; i += 2) given.put((String) inputs[i], inputs[i + 1]);
        Exception wrong =
                assertThrows(Exception.class, () -> command(type, given).checkInputs());
        assertTrue(wrong.getMessage().contains(reason), wrong.toString());
    }

    @Test
    void textures() {
        Class<SynthesizeTextureCommand> type = SynthesizeTextureCommand.class;
        refused("no selection to fill", type, "image", grey, "fill", true);
        refused("size is 3x3", type, "image", grey, "size", "3x3");
        refused("guide", type, "image", grey, "guide", grey);
        assertDoesNotThrow(
                () -> command(type, Map.of("image", grey, "size", "64x32")).checkInputs());
    }

    @Test
    void stainsNeedColors() {
        Class<MatchHistogramsCommand> type = MatchHistogramsCommand.class;
        refused("The template has 1 channel", type, "image", color, "styleimage", grey, "mode", "macenko");
        refused(
                "there is no folder",
                type,
                "image",
                color,
                "styleimage",
                color,
                "stains",
                new File(folder, "none/s.csv"));
        assertDoesNotThrow(() -> command(type, Map.of("image", color, "styleimage", grey, "mode", "grey"))
                .checkInputs());
    }

    @Test
    void optionsAndRegions() {
        Class<StyleTransferCommand> type = StyleTransferCommand.class;
        refused("losses", type, "image", color, "styleimage", color, "losses", "gramm");
        refused("finish", type, "image", color, "styleimage", color, "finish", "much");
        refused("model is none", type, "image", color, "styleimage", color, "model", "none");
        refused("no label image", type, "image", color, "styleimage", color, "regions", "labels");
        refused("model is none", WhatTheNetworkSeesCommand.class, "image", color, "model", "none");
    }

    @Test
    void folders() {
        File none = new File(folder, "none"), styles = new File(SET, "styles"), empty = folder;
        Class<BatchCommand> batch = BatchCommand.class;
        refused("Cannot read " + none, batch, "input", SET, "styleimage", none, "output", empty);
        refused("Cannot find images in " + none, batch, "input", none, "styleimage", style(), "output", empty);
        refused("it is that of the input", batch, "input", styles, "styleimage", style(), "output", styles);
        Class<AugmentCommand> augment = AugmentCommand.class;
        refused("Cannot find styles", augment, "images", SET, "styles", none, "output", empty);
        refused("strength", augment, "images", SET, "styles", styles, "output", empty, "strength", "much");
        assertDoesNotThrow(() -> command(augment, Map.of("images", SET, "styles", styles, "output", empty))
                .checkInputs());
    }

    private static File style() {
        return new File("test-images/skyline.png");
    }
}
