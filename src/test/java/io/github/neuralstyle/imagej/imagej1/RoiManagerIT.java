package io.github.neuralstyle.imagej.imagej1;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A macro in ImageJ 1.54p with a display, without which it has no ROI Manager. */
class RoiManagerIT {

    @TempDir
    Path home;

    @Test
    void eachRoiHasItsStyle() throws Exception {
        try (Screen screen = Screen.open()) {
            String printed = new ImageJProcess(home, screen.display())
                    .batch(
                            """
				setBatchMode(true);
				newImage("s.png", "RGB ramp", 70, 70, 1);
				newImage("t.png", "8-bit ramp", 64, 64, 1);
				newImage("labels", "16-bit black", 40, 36, 1);
				newImage("b.tif", "8-bit ramp", 40, 36, 2);
				makeOval(8, 6, 25, 24);
				part(300);
				makeRectangle(0, 0, 5, 36);
				part(2);
				roiManager("select", 1);
				roiManager("rename", "box");
				run("Select None");
				run("Style Transfer...", "image=b.tif styleimage=s.png preset=draft size=64 steps=4 regions=[roi manager] regionstyles=[1=t.png]");
				count("ALL", "b.tif-style");
				run("Style Transfer...", "image=b.tif styleimage=s.png preset=draft size=64 steps=4 regions=[roi manager] regionstyles=[1=; box=t.png]");
				count("BOX", "b.tif-style-2");

				function part(label) {
					roiManager("add");
					selectImage("labels");
					run("Restore Selection");
					setColor(label);
					fill();
					selectImage("b.tif");
				}
				"""
                                    + HeadlessMacroIT.COUNT,
                            "none");
            assertTrue(printed.contains("ALL 0 1 1"), printed);
            assertTrue(printed.contains("BOX 0 0 1"), printed);
        }
    }
}
