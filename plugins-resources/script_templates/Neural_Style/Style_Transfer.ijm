// Shows an image in the style of another and saves the picture.
// Plugins > Macros > Run..., or: java -cp ij.jar ij.ImageJ -batch Style_Transfer.ijm "content.png|style.png|result.png"

files = split(getArgument(), "|");
if (files.length == 3) {
	content = files[0];
	style = files[1];
	result = files[2];
} else {
	content = File.openDialog("Content");
	style = File.openDialog("Style");
	result = getDirectory("temp") + "style-transfer.png";
}

setBatchMode(true);
open(content);
image = getTitle();
open(style);
styleimage = getTitle();
run("Style Transfer...", "image=[" + image + "] styleimage=[" + styleimage + "] preset=draft strength=0.5 size=128 seed=0 model=compact-vgg");
selectImage(image + "-style");
saveAs("PNG", result);
close("*");
