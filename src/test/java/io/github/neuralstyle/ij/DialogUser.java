package io.github.neuralstyle.ij;

import java.awt.Choice;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.IllegalComponentStateException;
import java.awt.Point;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.MessageDialog;
import ij.plugin.frame.Recorder;

/** A person at ImageJ's windows, told of on the standard output; knows nothing but ImageJ's classes. */
final class DialogUser {

	private static final String COMMAND = "Style Transfer...";

	private DialogUser() {
	}

	public static void main(String[] ignored) {
		try {
			use();
			System.exit(0);
		}
		catch (Throwable e) {
			e.printStackTrace();
			System.exit(1);
		}
	}

	private static void use() throws Exception {
		new ImageJ(ImageJ.EMBEDDED);
		say("NO IMAGE", error());
		ImagePlus content = IJ.createImage("a b.png", "RGB ramp", 90, 60, 1), style = IJ.createImage("b.png", "8-bit ramp", 70, 70, 1);
		style.show();
		content.show();
		int[] before = (int[]) content.getProcessor().getPixelsCopy();
		new Recorder();
		String recorded = record();
		say("RECORDED", recorded);
		Recorder.getInstance().close();
		IJ.runMacro(recorded);
		int[] first = pixels("a b.png-style"), again = pixels("a b.png-style-2");
		say("REPLAYED", Arrays.equals(first, again));
		say("UNTOUCHED", Arrays.equals(before, pixels("a b.png")));
		WindowManager.setCurrentWindow(content.getWindow());
		stop(content);
		say("STOPPED", WindowManager.getImage("a b.png-style-3").getWidth());
	}

	private static String error() throws Exception {
		IJ.doCommand(COMMAND);
		await(() -> Arrays.stream(Window.getWindows()).anyMatch(w -> w instanceof MessageDialog && w.isShowing()));
		Arrays.stream(Window.getWindows()).filter(MessageDialog.class::isInstance).forEach(Window::dispose);
		return IJ.getErrorMessage();
	}

	/** Fills the dialog in and presses its OK. */
	private static String record() throws Exception {
		GenericDialog dialog = dialog("draft", "64");
		say("CHOSEN", ((Choice) dialog.getChoices().get(0)).getSelectedItem());
		press(dialog.getButtons()[0]);
		await(() -> WindowManager.getImage("a b.png-style") != null);
		await(() -> Recorder.getInstance().getText().contains(COMMAND));
		return Recorder.getInstance().getText();
	}

	/** Closes the content once the work has begun, and presses Escape. */
	private static void stop(ImagePlus content) throws Exception {
		press(dialog("high", "512").getButtons()[0]);
		await(() -> ImageJ.getStatusBarText().contains("step"));
		say("STATUS", ImageJ.getStatusBarText());
		content.changes = false;
		content.close();
		IJ.getInstance().keyPressed(new KeyEvent(IJ.getInstance(), KeyEvent.KEY_PRESSED, 0, 0, KeyEvent.VK_ESCAPE, (char) 27));
		await(() -> WindowManager.getImage("a b.png-style-3") != null);
	}

	private static GenericDialog dialog(String preset, String size) throws Exception {
		IJ.doCommand(COMMAND);
		await(() -> GenericDialog.getInstance() != null && GenericDialog.getInstance().isShowing());
		GenericDialog dialog = GenericDialog.getInstance();
		EventQueue.invokeAndWait(() -> {
			((Choice) dialog.getChoices().get(1)).select("b.png");
			((Choice) dialog.getChoices().get(2)).select(preset);
			((TextField) dialog.getNumericFields().get(1)).setText(size);
		});
		return dialog;
	}

	/** Clicks until the button is gone with its dialog: a dialog may still move when it is first seen. */
	private static void press(Component button) throws Exception {
		Robot robot = new Robot();
		for (int i = 0; i < 40 && button.isShowing(); i++) {
			robot.waitForIdle();
			try {
				Point at = button.getLocationOnScreen();
				robot.mouseMove(at.x + button.getWidth() / 2, at.y + button.getHeight() / 2);
			}
			catch (IllegalComponentStateException e) {
				return;
			}
			robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
			robot.delay(50);
			robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
			robot.delay(500);
		}
	}

	private static int[] pixels(String title) {
		return (int[]) WindowManager.getImage(title).getProcessor().getPixels();
	}

	private static void await(BooleanSupplier condition) throws InterruptedException {
		for (int i = 0; i < 2400 && !condition.getAsBoolean(); i++)
			Thread.sleep(50);
		if (!condition.getAsBoolean())
			throw new IllegalStateException("Waited in vain; open are " + Arrays.toString(Window.getWindows()));
	}

	private static void say(String what, Object value) {
		System.out.println(what + ": " + value);
	}
}
