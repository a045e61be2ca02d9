package io.github.neuralstyle.image;

import org.tensorflow.EagerSession;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.ScaleAndTranslate;
import org.tensorflow.types.TFloat32;

/** Resizing by bicubic interpolation (Keys 1981), widened when shrinking so that nothing aliases. */
public final class Resampling {

	private Resampling() {
	}

	/** The image at another size; overshoot is cut off at 0 and 255. */
	public static Pixels resize(Pixels image, int width, int height) {
		if (width == image.width() && height == image.height())
			return image;
		float[] values = bicubic(image.values(), image.width(), image.height(), width, height);
		for (int i = 0; i < values.length; i++)
			values[i] = Math.max(0, Math.min(255, values[i]));
		return new Pixels(width, height, values);
	}

	/** Any values of the shape (fromHeight, fromWidth, 3) at another size; not limited to a range. */
	public static float[] bicubic(float[] values, int fromWidth, int fromHeight, int width, int height) {
		try (EagerSession session = EagerSession.create();
			TFloat32 tensor = TFloat32.tensorOf(Shape.of(1, fromHeight, fromWidth, 3), DataBuffers.of(values)))
		{
			Ops tf = Ops.create(session);
			Operand<TFloat32> resized = tf.image.scaleAndTranslate(tf.constantOf(tensor),
				tf.constant(new int[] { height, width }),
				tf.constant(new float[] { (float) height / fromHeight, (float) width / fromWidth }),
				tf.constant(new float[] { 0, 0 }), ScaleAndTranslate.kernelType("keyscubic"), ScaleAndTranslate.antialias(true));
			float[] out = new float[3 * width * height];
			resized.asTensor().asRawTensor().data().asFloats().read(out);
			return out;
		}
	}
}
