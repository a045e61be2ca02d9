package io.github.neuralstyle.ij;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Macros in ImageJ 1.54p in a Java without a display. */
class HeadlessMacroIT {

	private static final String STYLE = "风格 [2].png";

	/** Its title of the style is its argument, as ImageJ reads macro files as ISO 8859-1. */
	private static final String IMAGES = """
		setBatchMode(true);
		style = getArgument();
		newImage("a b.png", "RGB ramp", 90, 60, 1);
		newImage(style, "16-bit ramp", 70, 70, 1);
		""";

	@TempDir
	Path home;

	@Test
	void resultIsVisibleToTheMacro() throws Exception {
		String printed = macro(IMAGES + """
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
		assertTrue(printed.contains("styleimage: " + STYLE) && printed.contains("not for intensity measurement"), printed);
		assertTrue(printed.contains(STYLE + "-matched 70 70 5"), printed);
	}

	@Test
	void textsAreInTheLog() throws Exception {
		String printed = macro("""
			call("io.github.neuralstyle.ij.Adapter.run", "Models...", "");
			call("io.github.neuralstyle.ij.Adapter.run", "Help and Citation", "");
			""");
		assertTrue(printed.contains("compact-vgg (comes with this program)") && printed.contains("please cite"), printed);
		refuses("", "Models...", "action=import file=", "file is missing; choose a file of weights to import.");
	}

	@Test
	void errorsAreOneSentenceAndEndTheMacro() throws Exception {
		refuses(IMAGES, "Style Transfer...", "image=[a b.png] stile=x", "There is no option stile; there are image, styleimage, preset");
		refuses(IMAGES, "Style Transfer...", "image=none.png styleimage=[a b.png]",
			"image is none.png, which is not open; open are a b.png, " + STYLE + ".");
		refuses(IMAGES, "Style Transfer...", "image=[a b.png] styleimage=[a b.png] size=5", "size is 5; it must be from 64 to 16384.");
	}

	private void refuses(String before, String command, String options, String sentence) throws Exception {
		String printed = macro(before + "call('io.github.neuralstyle.ij.Adapter.run', '" + command + "', '" + options +
			"');\nprint('went on');\n");
		assertTrue(printed.contains(command + ": " + sentence), printed);
		assertFalse(printed.contains("went on") || printed.contains("Exception"), printed);
	}

	private String macro(String macro) throws Exception {
		return new ImageJProcess(home, null).batch(macro, STYLE);
	}
}
