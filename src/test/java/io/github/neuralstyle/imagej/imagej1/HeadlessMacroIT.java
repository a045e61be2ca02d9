package io.github.neuralstyle.imagej.imagej1;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Macros in ImageJ 1.54p in a Java without a display. */
class HeadlessMacroIT {

    private static final String STYLE = "风格 [2].png";

    /** Its title of the style is its argument, as ImageJ reads macro files as ISO 8859-1. */
    private static final String IMAGES =
            """
		setBatchMode(true);
		style = getArgument();
		newImage("a b.png", "RGB ramp", 90, 60, 1);
		newImage(style, "16-bit ramp", 70, 70, 1);
		""";

    private static final String STACKS =
            """
		setBatchMode(true);
		newImage("s.png", "RGB ramp", 70, 70, 1);
		newImage("c.tif", "16-bit composite-mode", 40, 36, 2, 2, 2);
		for (i = 1; i <= nSlices; i++) {
			setSlice(i);
			for (y = 0; y < 36; y++)
				for (x = 0; x < 40; x++)
					setPixel(x, y, 1000 + 50 * i + 20 * ((x + y) % 17));
		}
		Stack.setChannel(1);
		setMinAndMax(900, 3000);
		setVoxelSize(0.5, 0.5, 2, "um");
		Stack.setFrameInterval(3);

		function run_(options) {
			call("io.github.neuralstyle.ij.Adapter.run", "Style Transfer...", options);
		}
		""";

    /** Which pixels of the last slice of b.tif are others in a result: none outside of the labels; much in 300; much in 2. */
    static final String COUNT =
            """
		function count(what, result) {
			changed = newArray(301);
			for (y = 0; y < 36; y++)
				for (x = 0; x < 40; x++) {
					selectImage("labels");
					label = getPixel(x, y);
					selectImage("b.tif");
					setSlice(nSlices);
					old = getPixel(x, y);
					selectImage(result);
					setSlice(nSlices);
					if (getPixel(x, y) != old) changed[label]++;
				}
			print(what, changed[0], (changed[300] > 300), (changed[2] > 100));
		}
		""";

    @TempDir
    Path home;

    @Test
    void resultIsVisibleToTheMacro() throws Exception {
        String printed = macro(
                IMAGES
                        + """
			selectImage("a b.png");
			setVoxelSize(0.5, 0.5, 1, "mm");
			call("io.github.neuralstyle.ij.Adapter.run", "Style Transfer...",
				"image=[a b.png] styleimage=[" + style + "] preset=draft size=64");
			selectImage("a b.png-style");
			print(getTitle(), getWidth(), getHeight(), bitDepth(), nImages);
			getPixelSize(unit, width, height);
			print(unit, width);
			print(getMetadata("Info"));
			selectImage(style);
			call("io.github.neuralstyle.ij.Adapter.run", "Match Histograms...", "template=[a b.png] mode=grey showplot");
			selectImage(style + "-histograms");
			selectImage(style + "-matched");
			print(getTitle(), getWidth(), getHeight(), nImages);
			""");
        assertTrue(printed.contains("a b.png-style 64 43 24 3"), printed);
        assertTrue(printed.contains("mm 0.7031"), printed);
        assertTrue(
                printed.contains("style = " + STYLE + " (70x70)") && printed.contains("not for intensity measurement"),
                printed);
        assertTrue(printed.contains(STYLE + "-matched 70 70 5"), printed);
    }

    @Test
    void hyperstackKeepsItsShape() throws Exception {
        String printed = macro(
                STACKS
                        + """
			run_("image=c.tif styleimage=s.png preset=draft size=64 steps=2");
			selectImage("c.tif-style");
			Stack.getDimensions(width, height, channels, slices, frames);
			print("SHAPE", width, height, channels, slices, frames, bitDepth(), Property.get("CompositeProjection"));
			getVoxelSize(width, height, depth, unit);
			print("VOXEL", width, depth, unit, Stack.getFrameInterval());
			Stack.setPosition(1, 2, 1);
			getMinAndMax(min, max);
			print("SHOWN", min, max);
			print(getMetadata("Info"));
			run_("image=c.tif styleimage=s.png preset=draft size=64 steps=2 slices=current range=percentile joint");
			selectImage("c.tif-style-2");
			Stack.getDimensions(width, height, channels, slices, frames);
			print("CURRENT", width, height, channels, slices, frames);
			newImage("grey", "8-bit ramp", 40, 36, 2);
			run_("image=grey styleimage=s.png preset=draft size=64 steps=2 colors=style");
			selectImage("grey-style");
			print("COLORS", nSlices, bitDepth());
			""");
        assertTrue(printed.contains("SHAPE 64 58 2 2 2 16 "), printed);
        assertTrue(printed.contains("VOXEL 0.3125 2 µm 3"), printed);
        assertTrue(printed.contains("SHOWN 900 3000"), printed);
        assertTrue(printed.contains("pictures made = 8 of 8\n"), printed);
        assertTrue(printed.contains("range map = minmax by channel: 1050.0..1670.0, 1100.0..1720.0\n"), printed);
        assertTrue(printed.contains("CURRENT 64 58 2 1 1"), printed);
        assertTrue(printed.contains("COLORS 2 24"), printed);
    }

    @Test
    void onlySelectionAndLabelsChange() throws Exception {
        String printed = macro(STACKS
                + """
			newImage("labels", "16-bit black", 40, 36, 1);
			makeOval(8, 6, 25, 24);
			setColor(300);
			fill();
			makeRectangle(0, 0, 5, 36);
			setColor(2);
			fill();
			newImage("b.tif", "8-bit ramp", 40, 36, 2);
			newImage("t.png", "8-bit ramp", 64, 64, 1);
			selectImage("b.tif");
			makeOval(8, 6, 25, 24);
			run_("image=b.tif styleimage=s.png preset=draft size=64 steps=4 feather=2");
			count("SELECTION", "b.tif-style");
			run_("image=b.tif styleimage=s.png preset=draft size=64 steps=4 regions=labels labels=labels regionstyles=[300=t.png; 2=]");
			count("LABELS", "b.tif-style-2");
			selectImage("b.tif");
			"""
                + COUNT);
        assertTrue(printed.contains("SELECTION 0 1 0"), printed);
        assertTrue(printed.contains("LABELS 0 1 0"), printed);
    }

    @Test
    void textsAreInTheLog() throws Exception {
        String printed = macro(
                """
			call("io.github.neuralstyle.ij.Adapter.run", "Models...", "");
			call("io.github.neuralstyle.ij.Adapter.run", "Help and Citation", "");
			""");
        assertTrue(
                printed.contains("compact-vgg (comes with this program)") && printed.contains("please cite"), printed);
        refuses("", "Models...", "action=import file=", "file is missing; choose a file of weights to import.");
    }

    @Test
    void errorsAreOneSentenceAndEndTheMacro() throws Exception {
        refuses(
                IMAGES,
                "Style Transfer...",
                "image=[a b.png] stile=x",
                "There is no option stile; there are image, styleimage, preset");
        refuses(
                IMAGES,
                "Style Transfer...",
                "image=none.png styleimage=[a b.png]",
                "image is none.png, which is not open; open are a b.png, " + STYLE + ".");
        refuses(
                IMAGES,
                "Style Transfer...",
                "image=[a b.png] styleimage=[a b.png] size=5",
                "size is 5; it must be from 64 to 16384.");
        refuses(
                IMAGES + "selectImage('a b.png'); makeLine(2, 2, 30, 30);\n",
                "Style Transfer...",
                "image=[a b.png] styleimage=[a b.png]",
                "The selection in a b.png has no area within the image; ");
    }

    private void refuses(String before, String command, String options, String sentence) throws Exception {
        String macro = before + "call('io.github.neuralstyle.ij.Adapter.run', '" + command + "', '" + options
                + "');\nprint('went on');\n";
        String printed = new ImageJProcess(home, null).batch(macro, STYLE, 1);
        assertTrue(printed.contains(command + ": " + sentence), printed);
        assertFalse(printed.contains("went on") || printed.contains("Exception"), printed);
    }

    private String macro(String macro) throws Exception {
        return new ImageJProcess(home, null).batch(macro, STYLE);
    }
}
