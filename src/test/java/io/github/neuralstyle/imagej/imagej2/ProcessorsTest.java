package io.github.neuralstyle.imagej.imagej2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.command.StyleTransferCommand;
import java.util.Map;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.thread.ThreadService;

class ProcessorsTest {

    private Context context;

    @BeforeEach
    void start() {
        context = new Context();
    }

    @AfterEach
    void stop() {
        context.dispose();
    }

    private String reason(Map<String, Object> inputs) throws Exception {
        CommandModule done = context.service(CommandService.class)
                .run(StyleTransferCommand.class, true, inputs)
                .get();
        return done.getCancelReason();
    }

    @Test
    void missingImagesAreNamed() throws Exception {
        assertEquals("No image is open; open the images first.", reason(Map.of()));
        assertEquals(
                "styleimage is missing; give it as styleimage=[title of an open image].",
                reason(Map.of("image", ArrayImgs.unsignedBytes(8, 8))));
    }

    /** A dialog asks for what is not resolved. */
    @Test
    void scriptsAreAskedForNothingThatHasADefault() {
        Module scripted = module();
        scripted.setInput("image", ArrayImgs.unsignedBytes(8, 8));
        scripted.resolveInput("image");
        process(scripted);
        assertTrue(scripted.isInputResolved("size") && scripted.isInputResolved("labels"));
        assertFalse(scripted.isInputResolved("styleimage"));
        Module chosen = module();
        process(chosen);
        assertFalse(chosen.isInputResolved("size") || chosen.isInputResolved("labels"));
    }

    private Module module() {
        return context.service(ModuleService.class)
                .createModule(context.service(CommandService.class).getCommand(StyleTransferCommand.class));
    }

    private void process(Module module) {
        Processors.ScriptDefaults defaults = new Processors.ScriptDefaults();
        context.inject(defaults);
        defaults.process(module);
    }

    @Test
    void callersAreTheThreadsThatWait() throws Exception {
        ThreadService threads = context.service(ThreadService.class);
        assertTrue(threads.run(() -> DatasetOutputs.callers(threads)).get().contains(Thread.currentThread()));
    }
}
