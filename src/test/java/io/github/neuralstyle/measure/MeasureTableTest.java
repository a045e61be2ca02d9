package io.github.neuralstyle.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.measure.Comparison.Measures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasureTableTest {

    private static Measures measures(double gram, double noise) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("gram mean", gram);
        values.put("noise", noise);
        return new Measures(new Size(64, 48), values);
    }

    @Test
    void aRowPerMeasureForPeople() {
        String name = "0123456789".repeat(7) + ".png";
        MeasureTable table =
                new MeasureTable(List.of(name, "b.png"), List.of(measures(0.256, 1), measures(Double.NaN, 345.6)));
        assertEquals(
                List.of(
                        " 1  ..." + name.substring(name.length() - 57) + ", 64x48",
                        " 2  b.png, 64x48",
                        "",
                        "                1       2",
                        "style: 0 the style's, 1 as far as the content",
                        "gram mean    0.26       -",
                        "noise: 1 like the style",
                        "noise        1.00     346"),
                table.toString().lines().toList());
    }

    @Test
    void aRowPerResultForPrograms() {
        MeasureTable table = new MeasureTable(
                List.of("say \"a, b\".png", "b.png"), List.of(measures(0.256, 1), measures(Double.NaN, 345.6)));
        assertEquals(
                "file,width,height,gram_mean,noise\n\"say \"\"a, b\"\".png\",64,48,0.256000,1.00000\nb.png,64,48,,345.600\n",
                table.csv());
    }
}
