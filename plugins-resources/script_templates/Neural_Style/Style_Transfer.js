#@ net.imglib2.img.Img image
#@ net.imglib2.img.Img styleimage
#@ Integer (label = "Size", value = 128) size
#@ CommandService commands
#@output net.imglib2.img.Img output

// Shows an image in the style of another.

var StyleTransferCommand = Java.type("io.github.neuralstyle.command.StyleTransferCommand");
var run = commands.run(StyleTransferCommand.class, true, "image", image, "styleimage", styleimage, "preset", "draft", "size", size);
var output = run.get().getOutput("output");
