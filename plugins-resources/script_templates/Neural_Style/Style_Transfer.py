#@ net.imglib2.img.Img image
#@ net.imglib2.img.Img styleimage
#@ Integer (label = "Size", value = 128) size
#@ CommandService commands
#@output net.imglib2.img.Img output

# Shows an image in the style of another.

from io.github.neuralstyle.command import StyleTransferCommand

run = commands.run(StyleTransferCommand, True, ["image", image, "styleimage", styleimage, "preset", "draft", "size", size])
output = run.get().getOutput("output")
