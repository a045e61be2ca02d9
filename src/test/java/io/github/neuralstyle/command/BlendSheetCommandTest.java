package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.DescribedImg;
import java.util.HashMap;
import java.util.Map;
import net.imglib2.img.Img;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class BlendSheetCommandTest extends StackCommandRuns {

    private static CommandModule sheet(Map<String, Object> inputs) throws Exception {
        Map<String, Object> all = new HashMap<>(Map.of(
                "image", noise("argb", 48, 40), "styleimage", noise("argb", 50, 40), "size", 64, "preset", "draft"));
        all.put("model", model.toString());
        all.put("losses", "content,gram");
        all.putAll(inputs);
        return context.service(CommandService.class)
                .run(BlendSheetCommand.class, false, all)
                .get();
    }

    @Test
    void aFigureThatSaysHowItWasMade() throws Exception {
        Img<?> figure = (Img<?>)
                sheet(Map.of("morestyles", "sample:woodcut", "columns", 2)).getOutput("output");
        assertTrue(figure.dimension(0) > 2 * 64, "two pictures");
        String info = ((DescribedImg<?>) figure).metadata().info();
        assertTrue(
                info.contains("Blend Sheet") && info.contains("columns = 2") && info.contains("style 2 = woodcut"),
                info);
    }

    @Test
    void wrongInputsCancelWithTheReason() throws Exception {
        assertEquals(
                "strengths has 0 values; of one style it must be at least 2, as 0.2,0.5,0.8: or give another style.",
                sheet(Map.of()).getCancelReason());
        assertTrue(sheet(Map.of("strengths", "0.2,x")).getCancelReason().startsWith("strengths has x"));
    }
}
