#@ net.imglib2.img.Img image
#@ net.imglib2.img.Img styleimage
#@ Integer (label = "Size", value = 128) size
#@ CommandService commands
#@output net.imglib2.img.Img output

// Shows an image in the style of another, at two strengths, and returns the stronger one.

import io.github.neuralstyle.command.StyleTransferCommand

[0.3d, 0.7d].each { strength ->
	def run = commands.run(StyleTransferCommand, true, "image", image, "styleimage", styleimage, "preset", "draft",
		"strength", strength, "size", size)
	output = run.get().getOutput("output")
}
