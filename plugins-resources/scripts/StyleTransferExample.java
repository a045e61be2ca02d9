import java.nio.file.Path;

import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

import io.github.neuralstyle.command.StyleTransferCommand;
import io.github.neuralstyle.image.ImageFiles;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

/** Shows an image in the style of another: java -cp "lib/*" StyleTransferExample.java content.png style.png result.png */
public class StyleTransferExample {

	@SuppressWarnings("unchecked")
	public static void main(String[] files) throws Exception {
		try (Context context = new Context()) {
			CommandModule done = context.service(CommandService.class).run(StyleTransferCommand.class, true,
				"image", ImageFiles.read(Path.of(files[0])), "styleimage", ImageFiles.read(Path.of(files[1])), "preset", "draft",
				"size", 128).get();
			ImageFiles.write((Img<FloatType>) done.getOutput("output"), Path.of(files[2]));
		}
	}
}
