import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

import javax.imageio.ImageIO;

/**
 * Draws the test images: {@code java test-images/DrawTestImages.java [folder]}.
 * <p>
 * Every pixel comes from a seeded {@link Random}, {@link StrictMath} and plain arithmetic, which Java 17 and later
 * define to the last bit; Java2D and fonts take no part. The pixels, and the bytes of the TIFF files, are thus the same
 * on every run and platform. Only the packed bytes of a PNG file may vary, with the zlib of the JDK.
 */
public class DrawTestImages {

	public static void main(String... args) throws IOException {
		Path folder = Path.of(args.length > 0 ? args[0] : "test-images");
		Files.createDirectories(folder);
		new Skyline().draw().save(folder.resolve("skyline.png"));
		new InkWash().draw().save(folder.resolve("ink-wash.png"));
		new BrushStrokes().draw().save(folder.resolve("brush-strokes.png"));
		Micrographs.nuclei(folder.resolve("nuclei-16bit.tif"));
		Micrographs.hyperstack(folder.resolve("hyperstack.tif"));
	}

	// -- Tools --

	/** A picture in the making: coordinates in final pixels, stored at twice the resolution, which smooths all edges. */
	static class Canvas {

		final int width, height, w, h;
		final float[][] rgb;

		Canvas(int width, int height) {
			this.width = width;
			this.height = height;
			w = 2 * width;
			h = 2 * height;
			rgb = new float[3][w * h];
		}

		/** The index of the sample at a place, or -1 outside. */
		int at(double x, double y) {
			int i = (int) StrictMath.floor(2 * x), j = (int) StrictMath.floor(2 * y);
			return i < 0 || j < 0 || i >= w || j >= h ? -1 : j * w + i;
		}

		void mix(int i, double[] colour, double alpha) {
			for (int c = 0; c < 3; c++) rgb[c][i] += (float) (alpha * (colour[c] - rgb[c][i]));
		}

		/** Calls the shader with the centre of each sample in a rectangle. */
		void each(double x0, double y0, double x1, double y1, Shader shader) {
			for (int j = Math.max(0, (int) (2 * y0)); j < Math.min(h, 2 * y1); j++)
				for (int i = Math.max(0, (int) (2 * x0)); i < Math.min(w, 2 * x1); i++)
					shader.shade(j * w + i, i / 2.0 + 0.25, j / 2.0 + 0.25);
		}

		/** Halves the resolution and writes a PNG file. */
		void save(Path file) throws IOException {
			BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
			for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) {
				int pixel = 0, i = 2 * y * w + 2 * x;
				for (float[] p : rgb) {
					double sum = clamp(p[i]) + clamp(p[i + 1]) + clamp(p[i + w]) + clamp(p[i + w + 1]);
					pixel = pixel << 8 | (int) (255 * sum / 4 + 0.5);
				}
				image.setRGB(x, y, pixel);
			}
			ImageIO.write(image, "png", file.toFile());
		}
	}

	interface Shader {
		void shade(int i, double x, double y);
	}

	interface Field {
		double at(double x, double y);
	}

	/** Receives a brush stroke point by point: u runs along it from 0 to 1, v across it from -1 to 1. */
	interface Bristles {
		void touch(double x, double y, double u, double v);
	}

	/** The way from a point along a field of directions, in steps of two pixels. */
	static double[][] trace(double x, double y, double length, Field angle) {
		double[][] path = new double[Math.max(2, (int) (length / 2) + 1)][];
		for (int i = 0; i < path.length; i++) {
			path[i] = new double[] { x, y };
			double a = angle.at(x, y);
			x += 2 * StrictMath.cos(a);
			y += 2 * StrictMath.sin(a);
		}
		return path;
	}

	/** Draws a brush of a width, which may vary along the stroke, over a path. */
	static void stroke(double[][] path, double width, DoubleUnaryOperator taper, Bristles bristles) {
		int across = (int) (width * 3) + 2;
		for (int i = 0; i + 1 < path.length; i++) {
			double dx = path[i + 1][0] - path[i][0], dy = path[i + 1][1] - path[i][1];
			double length = Math.sqrt(dx * dx + dy * dy) + 1e-9;
			for (double s = 0; s < length; s += 0.35) {
				double u = (i + s / length) / (path.length - 1), half = width / 2 * taper.applyAsDouble(u);
				for (int k = 0; k < across; k++) {
					double v = (2 * k + 1.0) / across - 1;
					bristles.touch(path[i][0] + (s * dx - v * half * dy) / length,
						path[i][1] + (s * dy + v * half * dx) / length, u, v);
				}
			}
		}
	}

	static double clamp(double v) {
		return v < 0 ? 0 : v > 1 ? 1 : v;
	}

	static double smooth(double from, double to, double v) {
		double t = clamp((v - from) / (to - from));
		return t * t * (3 - 2 * t);
	}

	static double[] mix(double[] a, double[] b, double t) {
		return new double[] { a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), a[2] + t * (b[2] - a[2]) };
	}

	/** A colour at t in [0, 1] on a palette of evenly spaced colours. */
	static double[] ramp(double[][] palette, double t) {
		double p = clamp(t) * (palette.length - 1);
		int i = Math.min((int) p, palette.length - 2);
		return mix(palette[i], palette[i + 1], p - i);
	}

	/** A random number in [0, 1) that belongs to a grid point. */
	static double hash(long x, long y, long z) {
		long h = x * 0x9E3779B97F4A7C15L ^ y * 0xC2B2AE3D27D4EB4FL ^ z * 0x165667B19E3779F9L;
		h = (h ^ h >>> 32) * 0xD6E8FEB86659FD93L;
		h = (h ^ h >>> 32) * 0xD6E8FEB86659FD93L;
		return (h >>> 11) * 0x1p-53;
	}

	/** Smooth noise in [0, 1] with one bump per unit. */
	static double noise(double x, double y) {
		double fx = StrictMath.floor(x), fy = StrictMath.floor(y), u = smooth(0, 1, x - fx), v = smooth(0, 1, y - fy);
		long i = (long) fx, j = (long) fy;
		double top = hash(i, j, 7) * (1 - u) + hash(i + 1, j, 7) * u;
		return top * (1 - v) + (hash(i, j + 1, 7) * (1 - u) + hash(i + 1, j + 1, 7) * u) * v;
	}

	/** Noise with finer octaves, in [0, 1] and about 0.5. */
	static double cloud(double x, double y, int octaves) {
		double sum = 0, weight = 0.5, total = 0;
		for (int o = 0; o < octaves; o++, weight /= 2) {
			sum += weight * noise(x, y);
			total += weight;
			double t = 1.6 * x - 1.2 * y + 17.3;
			y = 1.2 * x + 1.6 * y + 5.1;
			x = t;
		}
		return sum / total;
	}

	/** Blurs in place: three box filters, close to a Gaussian. */
	static void blur(float[] p, int w, int h, int radius) {
		for (int pass = 0; pass < 3; pass++) {
			for (int y = 0; y < h; y++) box(p, y * w, 1, w, radius);
			for (int x = 0; x < w; x++) box(p, x, w, h, radius);
		}
	}

	private static void box(float[] p, int start, int step, int n, int radius) {
		double[] sums = new double[n + 1];
		for (int i = 0; i < n; i++) sums[i + 1] = sums[i] + p[start + i * step];
		for (int i = 0; i < n; i++) {
			int from = Math.max(0, i - radius), to = Math.min(n, i + radius + 1);
			p[start + i * step] = (float) ((sums[to] - sums[from]) / (to - from));
		}
	}

	// -- Pictures --

	/** A city at dusk, in linear light: sky, buildings, their reflection in the water, and the glow of a camera lens. */
	static class Skyline {

		static final double SHORE = 268;
		static final double[] WARM = { 1.0, 0.60, 0.24 }, COOL = { 0.75, 0.88, 1.0 };
		static final double[][] SKY = { { 1.15, .40, .07 }, { .95, .40, .14 }, { .58, .33, .26 }, { .26, .27, .38 },
			{ .10, .19, .40 }, { .045, .115, .32 }, { .022, .065, .22 }, { .012, .035, .13 } };
		final Canvas canvas = new Canvas(640, 426);
		final Random random = new Random(4);

		Canvas draw() {
			canvas.each(0, 0, 640, SHORE, (i, x, y) -> canvas.mix(i, sky(x, y), 1));
			for (int x = -10; x < 640; x += 9) // far city, pale in the haze
				tower(x + random.nextInt(9), 8 + random.nextInt(14), 14 + random.nextInt(40) * hump(x), 0, .45, .16);
			bridge();
			for (int x = 4; x < 480; x += 11) // middle rows
				tower(x + random.nextInt(10), 15 + random.nextInt(16), 40 + random.nextInt(80) * hump(x), random.nextInt(4), .06, .5);
			double[][] towers = { { 52, 30, 118, 1 }, { 96, 26, 148, 3 }, { 138, 36, 104, 0 }, { 214, 33, 186, 1 },
				{ 252, 26, 128, 2 }, { 292, 40, 158, 0 }, { 339, 25, 120, 4 }, { 398, 32, 138, 3 }, { 438, 26, 96, 2 } };
			for (double[] t : towers) tower(t[0], t[1], t[2], (int) t[3], .02, .62);
			dome(174, 30);
			for (int x = -4; x < 520; x += 11) // waterfront
				tower(x + random.nextInt(8), 12 + random.nextInt(16), 15 + random.nextInt(26), 0, .0, .6);
			quay();
			water();
			glow();
			return canvas;
		}

		static double hump(double x) {
			return 0.35 + 1.1 * StrictMath.exp(-(x - 250) * (x - 250) / 26000);
		}

		static double[] sky(double x, double y) {
			double up = (SHORE - y) / SHORE, side = (x - 430) / 420;
			double[] colour = ramp(SKY, up * 0.98 + 0.10 * side * side);
			double sx = (x - 320) / (SHORE - y + 60), sy = 100 / (SHORE - y + 60);
			double bank = cloud(sx * 1.7 + 3, sy * 3.4, 2), fine = cloud(sx * 3.2 + bank * 2, sy * 11 + bank * 2, 6);
			double lit = cloud(sx * 3.2 + bank * 2 + .08, sy * 11 + bank * 2 + .28, 6);
			double cover = smooth(.46, .66, .5 * bank + .5 * fine) * smooth(0, .25, up);
			double[] shade = mix(new double[] { .035, .04, .085 }, colour, .35), pink = { 1.15, .34, .17 };
			double glow = clamp(.28 + 4.5 * (fine - lit)) * StrictMath.exp(-side * side * 1.2) * smooth(1.15, .2, up);
			return mix(colour, mix(shade, pink, glow), 0.92 * cover);
		}

		/** Half the width of a building, as a share, at a depth below its top: flat, stepped, pyramid, round, tapering. */
		static double outline(int style, double depth) {
			switch (style) {
				case 1: return depth < 9 ? .30 : depth < 24 ? .58 : depth < 52 ? .80 : 1;
				case 2: return Math.min(1, .06 + depth / 22);
				case 3: return depth < 8 ? .55 : .99;
				case 4: return Math.sqrt(clamp(depth / 14 * (2 - Math.min(depth / 14, 1))));
				default: return 1;
			}
		}

		void tower(double centre, double width, double height, int style, double haze, double lights) {
			double top = SHORE - height, half = width / 2, floor = 3.1 + random.nextInt(3) * .35, bay = 2 + random.nextInt(4) * .5;
			double corner = centre + half * (random.nextDouble() * 1.2 - .2), share = lights * (.5 + random.nextDouble());
			double glass = random.nextDouble() * .5, warmth = random.nextDouble(), tint = .5 + random.nextDouble();
			int id = random.nextInt(), ribs = random.nextInt(3);
			double[] wall = mix(new double[] { .014 * tint, .016 * tint, .026 }, new double[] { .034, .020, .014 }, random.nextDouble());
			canvas.each(centre - half, top, centre + half, SHORE, (i, x, y) -> {
				if (Math.abs(x - centre) > half * outline(style, y - top)) return;
				boolean side = x > corner;
				double[] mirror = sky(640 - x, Math.max(0, SHORE - (SHORE - y) * .8 - 20));
				double[] colour = mix(wall, mirror, (side ? .22 : .04) * (.1 + 1.6 * glass));
				double fx = (x - centre + 100) / bay, fy = (y - top) / floor;
				long column = (long) fx, row = (long) fy;
				fx -= column;
				fy -= row;
				boolean roof = y - top < 3 || style == 2 && y - top < 22;
				boolean window = !roof && fx > .22 && (ribs == 1 || fx < .88) && fy > .25 && (ribs == 2 || fy < .85);
				if (window) {
					double busy = share * (.35 + 1.3 * hash(row, id, 1)) * (.6 + .8 * noise(column * .23 + id % 99, row * .3));
					boolean on = hash(column, row, id) < busy;
					double[] lamp = mix(WARM, COOL, clamp(1.5 * warmth * warmth - .2 + .5 * (hash(column, row, id + 1L) - .6)));
					double power = hash(column, row, id + 2L);
					colour = on ? mix(colour, lamp, (side ? .7 : 1.1) * (.25 + 2 * power * power * power))
						: mix(colour, mirror, .02 + .08 * glass);
				}
				if (!roof) colour = mix(colour, WARM, .16 * smooth(46, 0, SHORE - y));
				canvas.mix(i, mix(colour, sky(x, SHORE - 30), haze), 1);
			});
			if (haze < .3 && height > 95) spire(centre, top, style == 1 ? 34 : 16);
			if (style == 3 && haze < .3) lamp(centre, top + 9, width * .42, .8, new double[] { .3, .75, 1.1 });
		}

		void spire(double x, double top, double height) {
			canvas.each(x - 2, top - height, x + 2, top, (i, px, y) -> {
				if (Math.abs(px - x) < .3 + 1.1 * (y - top + height) / height) canvas.mix(i, new double[] { .03, .03, .05 }, .9);
			});
			lamp(x, top - height, .8, .8, new double[] { 4, .25, .15 });
		}

		/** A soft spot of light. */
		void lamp(double x, double y, double rx, double ry, double[] colour) {
			canvas.each(x - 3 * rx, y - 3 * ry, x + 3 * rx, y + 3 * ry, (i, px, py) -> {
				double dx = (px - x) / rx, dy = (py - y) / ry, light = StrictMath.exp(-dx * dx - dy * dy);
				for (int c = 0; c < 3; c++) canvas.rgb[c][i] += (float) (light * colour[c]);
			});
		}

		/** A floodlit basilica: wings with columns, a drum, a ribbed dome and its lantern. */
		void dome(double centre, double r) {
			double top = SHORE - 118;
			canvas.each(centre - 2 * r, top, centre + 2 * r, SHORE, (i, x, y) -> {
				double d = y - top, s = (x - centre) / r;
				double half = d < 13 ? .025 : d < 15 ? .13 : d < 21 ? .10 : d < 24 ? .17
					: d < 54 ? .74 * Math.sqrt(clamp(1 - (54 - d) * (54 - d) / 961)) : d < 57 ? .82 : d < 76 ? .72 : d < 80 ? .9 : d < 84 ? 1.5 : 1.45;
				if (Math.abs(s) > half) return;
				double round = Math.sqrt(clamp(1 - s * s / (half * half))), angle = StrictMath.asin(s / half);
				boolean cupola = d < 54, columns = d >= 57 && d < 76 || d >= 86;
				double ribs = cupola ? StrictMath.cos(16 * angle) : columns ? StrictMath.cos(d < 80 ? 22 * angle : s * 22) : .8;
				double flood = (cupola ? .30 + .9 * smooth(22, 54, d) : .30 + .35 * smooth(57, 100, d)) * (.35 + .65 * round);
				double light = flood * (.55 + .45 * ribs) * (1 - .3 * s) * (d > 57 && d % 20 < 1.5 ? 1.5 : 1);
				double[] stone = cupola ? new double[] { .28, .42, .36 } : new double[] { 1.15, .62, .26 };
				canvas.mix(i, new double[] { stone[0] * light * .9, stone[1] * light * .9, stone[2] * light * .9 }, 1);
			});
			lamp(centre, top, .9, .9, new double[] { 3, 2.4, 1.5 });
		}

		/** A suspension bridge that leaves the picture on the right, with lamps on its cables and its deck. */
		void bridge() {
			double deck = SHORE - 26, top = SHORE - 112;
			double[] steel = { .045, .04, .055 };
			for (double tower : new double[] { 492, 600 }) {
				canvas.each(tower - 4, top, tower + 4, SHORE, (i, x, y) -> {
					double s = Math.abs(x - tower), d = (y - top) % 21;
					if (s > 2 && s < 4 || s <= 2 && (d < 2.5 || Math.abs(d - 2.5 - s * 2) < 1)) {
						double light = .9 * smooth(95, 0, y - top) * (x < tower ? .9 : .45) + .1;
						canvas.mix(i, mix(steel, new double[] { .95, .45, .30 }, .55 * light), 1);
					}
				});
				lamp(tower, top - 1, 1, 1, new double[] { 4, .3, .2 });
			}
			canvas.each(430, top, 640, SHORE, (i, x, y) -> {
				double cable = top + cable(x);
				boolean hanger = y > cable && y < deck && (x + 1000) % 6 < .5;
				boolean beam = Math.abs(y - cable) < .9 && cable < deck || y > deck && y < deck + 4.5;
				if (beam || hanger) canvas.mix(i, steel, beam ? .95 : .5);
			});
			for (double x = 432; x < 645; x += 6) {
				if (top + cable(x) < deck - 2) lamp(x, top + cable(x), .65, .65, new double[] { 1.6, 1.5, 1.3 });
				lamp(x, deck - 1.2, .8, .7, new double[] { 2.6, 1.5, .55 });
			}
		}

		/** How far the cables of the bridge hang below the tops of its towers. */
		static double cable(double x) {
			double span = Math.abs(x - 546) / 54;
			return 2 + (span < 1 ? 74 * (1 - span * span) : 76 * Math.min(1, (span - 1) * .95));
		}

		/** Trees, a stone quay, its street lamps and some coloured signs. */
		void quay() {
			canvas.each(0, SHORE - 22, 640, SHORE, (i, x, y) -> {
				double crown = 5 + 13 * cloud(x * .09, 3, 3) + 3 * cloud(x * .5, y * .5, 2) - (x > 520 ? 5 : 0);
				if (SHORE - y < crown) {
					double leaf = cloud(x * .8, y * .8, 3), lit = StrictMath.exp(-3 * Math.abs((x + 7) % 17 / 17 - .5)) * (SHORE - y) / 20;
					canvas.mix(i, mix(new double[] { .012, .018, .02 }, new double[] { .30, .24, .06 }, leaf * lit), .92);
				}
				if (SHORE - y < 6) {
					double joint = (y * 2 % 5 < 1 ? .75 : 1) * (.8 + .4 * hash((long) (x / 4 + (long) (y / 2.5) * .5), (long) (y / 2.5), 3));
					double pool = StrictMath.exp(-9 * ((x + 8.5) % 17 / 17 - .5) * ((x + 8.5) % 17 / 17 - .5));
					canvas.mix(i, mix(new double[] { .03, .028, .03 }, new double[] { .55, .30, .11 }, pool * joint * .6), 1);
				}
			});
			for (double x = 0; x < 645; x += 17) {
				lamp(x, SHORE - 11, 1.3, 1.3, new double[] { 18, 9, 2.6 });
				canvas.each(x - .25, SHORE - 11, x + .25, SHORE - 5, (i, px, y) -> canvas.mix(i, new double[] { .1, .07, .05 }, .8));
			}
			double[][] signs = { { 8, .3, .4 }, { .5, 2.4, 8 }, { .6, 6, 2 }, { 6, .8, 5 }, { 8, 2, .3 } };
			for (int k = 0; k < 26; k++)
				lamp(15 + k * 19 + random.nextInt(14), SHORE - 13 - random.nextInt(14), 1.8 + random.nextInt(3), .9, signs[random.nextInt(5)]);
		}

		/** Mirrors the city in rippled water: a wave turns the view up or down by the same angle near and far. */
		void water() {
			float[][] above = { canvas.rgb[0].clone(), canvas.rgb[1].clone(), canvas.rgb[2].clone() };
			for (float[] p : above) blur(p, canvas.w, canvas.h, 2); // finer than the water can mirror
			canvas.each(0, SHORE, 640, 426, (i, x, y) -> {
				double d = y - SHORE, far = 1 / (d + 9), wx = (x - 320) * far, wy = 170 * far;
				double calm = smooth(-5, 70, d);
				double wave = (cloud(wx * 3.0 + 40, wy * 5 + wx, 3) - .5) * 50 + (cloud(wx * 6, wy * 26 + wx, 3) - .5) * 150 * calm;
				double[] sum = new double[3];
				int n = 56;
				for (int k = 0; k < n; k++) {
					double q = (2 * k + 1.0) / n - 1, up = d * 1.04 + wave + q * Math.abs(q) * (34 + d * .5);
					int from = canvas.at(Math.min(639.9, Math.max(0, x + wave * .04)), Math.max(1, SHORE - 3 - Math.abs(up)));
					for (int c = 0; c < 3; c++) sum[c] += above[c][from];
				}
				double[] deep = { .010, .022, .045 };
				double gloss = 1 - .35 * smooth(0, 158, d);
				for (int c = 0; c < 3; c++) sum[c] = sum[c] / n * gloss;
				canvas.mix(i, mix(sum, deep, .14), 1);
			});
		}

		/** Adds the halo of bright lights, and exposes: a film curve, display gamma, darker corners. */
		void glow() {
			for (float[] p : canvas.rgb) {
				float[] small = new float[p.length];
				for (int i = 0; i < p.length; i++) small[i] = Math.max(0, p[i] - .8f);
				float[] wide = small.clone();
				blur(small, canvas.w, canvas.h, 3);
				blur(wide, canvas.w, canvas.h, 16);
				for (int i = 0; i < p.length; i++) {
					double dx = (i % canvas.w) / 640.0 - 1, dy = (double) (i / canvas.w) / 426 - 1;
					double light = (p[i] + .35 * small[i] + .22 * wide[i]) * (1 - .22 * (dx * dx + dy * dy) / 2);
					double grey = StrictMath.pow(1 - StrictMath.exp(-1.6 * light), 1 / 2.2);
					p[i] = (float) (.45 * grey + .55 * smooth(0, 1, grey));
				}
			}
		}
	}

	/** Mountains in ink: each is piled up of rounded lobes, every lobe with its contour, its texture strokes and its mist. */
	static class InkWash {

		/** What ink and old paper leave of the light, as the exponents of the three colours. */
		static final double[] INK = { .98, 1.0, 1.04 }, SEPIA = { .55, .80, 1.15 }, INDIGO = { 1.2, .95, .75 };
		final Canvas canvas = new Canvas(640, 480);
		final float[] ink = new float[canvas.w * canvas.h], sepia = ink.clone(), indigo = ink.clone(), wash = ink.clone();
		final float[][] layers = { ink, sepia, indigo, wash };
		final Random random = new Random(12);

		Canvas draw() {
			mist();
			peak(110, 150, 90, 60, indigo, .20);
			peak(262, 118, 110, 90, indigo, .26);
			peak(600, 170, 120, 70, indigo, .22);
			mountain(95, 205, 150, 110, .48, 9);
			mountain(430, 62, 175, 250, .70, 26);
			mountain(590, 190, 130, 150, .80, 14);
			mountain(270, 250, 120, 70, .60, 8);
			water();
			pine(112, 418, 160);
			pine(156, 436, 128);
			bare(72, 412, 104);
			pine(574, 440, 108);
			bare(528, 446, 70);
			bare(206, 452, 72);
			mountain(60, 384, 190, 130, 1.0, 11);
			mountain(590, 416, 190, 90, 1.0, 9);
			boat(368, 418);
			develop();
			return canvas;
		}

		double gauss() {
			double sum = -3;
			for (int i = 0; i < 6; i++) sum += random.nextDouble();
			return sum * 1.4;
		}

		/** A stroke that starts full, tapers, and breaks into bristles as it runs dry. */
		void brush(float[] layer, double[][] path, double width, double load, double dry) {
			double seed = random.nextDouble() * 1000, length = path.length * 2;
			stroke(path, width, u -> Math.min(1, .35 + 6 * u) * Math.sqrt(1 - u), (x, y, u, v) -> {
				int i = canvas.at(x, y);
				if (i < 0) return;
				double hair = .6 * noise(v * width * 1.1 + seed, u * length * .05) + .4 * noise(x * .9, y * .9);
				layer[i] += (float) (load * .16 * (1.2 - .5 * u) * smooth(dry * (.35 + .4 * u), dry * (.35 + .4 * u) + .25, hair));
			});
		}

		/** A far peak, washed in without a line. */
		void peak(double cx, double top, double half, double depth, float[] layer, double tone) {
			canvas.each(cx - half * 1.5, top - 10, cx + half * 1.5, top + depth * 1.6, (i, x, y) -> {
				double s = Math.abs(x - cx) / half;
				double ridge = top + depth * s * s * .8 + 30 * (cloud(x * .03, top, 4) - .5);
				if (y < ridge) return;
				double fade = smooth(depth, 0, y - ridge), fold = cloud(x * .06 + (y - ridge) * .03, y * .015, 3);
				layer[i] += (float) (tone * fade * (.55 + .9 * fold) * (1 + .5 * smooth(2.5, 0, y - ridge)));
			});
		}

		void mountain(double cx, double top, double half, double height, double tone, int lobes) {
			lobe(cx, top, half, height, tone);
			for (int k = 0; k < lobes; k++) {
				double down = (k + random.nextDouble()) / lobes, side = 1.6 * random.nextDouble() - .8;
				double size = (.52 - .2 * down) * (.7 + .5 * random.nextDouble());
				double at = top + height * (.10 + .62 * down) + height * .45 * side * side * (1 - down);
				lobe(cx + side * half * (.4 + .5 * down), at, half * size * .8, height * size, tone);
			}
		}

		void lobe(double cx, double top, double half, double height, double tone) {
			double id = random.nextDouble() * 100, lean = gauss() * .25, power = 1.7 + random.nextDouble();
			Field outline = (x, unused) -> {
				double s = (x - cx) / half, t = Math.abs(s * (1 + (s > 0 ? lean : -lean)));
				return top + height * .8 * StrictMath.pow(t, power) + (cloud(x * 3.5 / half + id, id, 5) - .5) * height * .34;
			};
			canvas.each(cx - 1.3 * half, top - height * .3, cx + 1.3 * half, top + height * 1.2, (i, x, y) -> {
				double d = (y - outline.at(x, 0)) / height, s = (x - cx) / half;
				if (d < 0) return;
				double drift = .4 * (cloud(x * .02, y * .04, 3) - .5);
				double mist = smooth(1.05, .35, d + drift + .35 * s * s) * smooth(.95, .5, (y - top) / height + drift);
				for (float[] layer : layers) layer[i] *= (float) (1 - mist);
				double fold = cloud(s * 3 + id, d + id, 3);
				double shadow = .55 * smooth(-.5, 1, s) * fold * fold, rim = .5 * smooth(.2, 0, d) * smooth(.35, .7, fold);
				wash[i] += (float) (tone * mist * (.08 + shadow + rim));
				sepia[i] += (float) (.14 * mist * smooth(.3, .7, cloud(x * .015 + id, y * .02, 3)));
			});
			Field slope = (x, y) -> StrictMath.atan2(1, (x - cx) / height + 1.0 * (noise(x * .05 + id, y * .03) - .5));
			for (int n = (int) (half * height / 11) + 50; n > 0; n--) { // hemp-fibre strokes down the folds
				double s = 2 * random.nextDouble() - 1, x = cx + s * half, r = random.nextDouble(), d = r * (.35 + .65 * r);
				double y = outline.at(x, 0) + d * height * .75, fold = cloud(s * 4.5 + id, d * 1.2 + id, 2);
				double dark = smooth(.30, .72, fold + .14 * s) * smooth(1, .3, d + .3 * s * s);
				if (random.nextDouble() > .16 + dark || y > top + .72 * height) continue;
				brush(ink, trace(x, y, 5 + height * (.06 + .13 * random.nextDouble()), slope),
					1 + 2.6 * random.nextDouble() * random.nextDouble(), tone * (.22 + 1.0 * dark * random.nextDouble()), .7);
			}
			for (int side = -1; side <= 1; side += 2) // the contour, thick and thin
				for (double s = 0; s < .95;) {
					double to = Math.min(1, s + .15 + .3 * random.nextDouble());
					double[][] path = new double[Math.max(2, (int) ((to - s) * half / 1.5))][];
					for (int p = 0; p < path.length; p++) {
						double x = cx + side * half * (s + (to - s) * p / (path.length - 1));
						path[p] = new double[] { x, outline.at(x, 0) };
					}
					if (path[0][1] < top + .45 * height) brush(ink, path, 1.2 + 2.2 * random.nextDouble(), tone * (1.5 - .7 * s), .55);
					s = to - .04;
				}
			for (int n = (int) (half * 1.1); n > 0; n--) { // moss dots and far trees on the ridge
				double x = cx + (2 * random.nextDouble() - 1) * half * .8;
				if (noise(x * .05 + id, id) < .52) continue;
				dab(x, outline.at(x, 0) + Math.abs(gauss()) * height * .06, 2 + 3.4 * random.nextDouble(), -1.57 + gauss() * .3,
					1.2 + 1.4 * random.nextDouble(), tone * (.5 + .8 * random.nextDouble()));
			}
		}

		void dab(double x, double y, double length, double angle, double width, double load) {
			brush(ink, trace(x, y, Math.max(4, length), (px, py) -> angle), width, load, .35);
		}

		/** A limb that wriggles upwards. */
		double[][] limb(double x, double y, double length, double angle, double bend) {
			double id = random.nextDouble() * 100;
			return trace(x, y, length, (px, py) -> angle + bend * (noise((px + py) * .05 + id, id) - .5));
		}

		void pine(double x, double y, double height) {
			double[][] trunk = limb(x, y, height, -1.57 + gauss() * .1, 1.1);
			for (int k = 0; k < 3; k++) brush(ink, trunk, height * .045, .55, .75);
			for (double[] p : trunk) if (random.nextDouble() < .5) dab(p[0] + gauss(), p[1], 3, .4 + gauss() * .4, .9, .8);
			for (int k = 0; k < 15; k++) {
				double up = .38 + .62 * k / 14;
				double[] from = trunk[(int) (up * (trunk.length - 1))];
				double reach = height * (.34 - .22 * up) * (.6 + .7 * random.nextDouble());
				double[][] branch = limb(from[0], from[1], reach, k % 2 == 0 ? -.25 + gauss() * .2 : 3.4 + gauss() * .2, 1.6);
				brush(ink, branch, height * .02, .9, .4);
				for (int c = 0; c < 4; c++) {
					double[] p = branch[(int) ((.3 + .7 * random.nextDouble()) * (branch.length - 1))];
					needles(p[0] + gauss() * 2, p[1] - 1 + gauss() * 1.2, height * .05 + 3);
				}
			}
		}

		void needles(double x, double y, double r) {
			for (int n = 0; n < 13; n++) {
				double a = -StrictMath.PI * random.nextDouble() * 1.2 + .25;
				double length = r * (.7 + .5 * random.nextDouble()) * (.55 + .45 * Math.abs(StrictMath.cos(a)));
				dab(x + gauss() * r * .35, y, length, a, .8, .25 + .5 * random.nextDouble());
			}
		}

		void bare(double x, double y, double height) {
			grow(x, y, height * .34, -1.57 + gauss() * .12, height * .04, 5);
		}

		void grow(double x, double y, double length, double angle, double width, int depth) {
			double[][] path = limb(x, y, length, angle, 1.2);
			for (int k = 0; k < 2; k++) stroke(path, width, u -> 1 - .35 * u, (px, py, u, v) -> {
				int i = canvas.at(px, py);
				if (i >= 0) ink[i] += (float) (.1 * (.4 + noise(px * .8, py * .8)));
			});
			double[] end = path[path.length - 1];
			if (depth < 3) for (int n = 0; n < 5; n++)
				dab(end[0] + gauss() * 4, end[1] + gauss() * 3, 3, gauss(), 1.9, .4 + .5 * random.nextDouble());
			if (depth > 0) for (int n = 0; n < 2 + depth % 2; n++)
				grow(end[0], end[1], length * (.62 + .2 * random.nextDouble()),
					angle + gauss() * .62 + (n % 2 - .5) * .7, Math.max(.7, width * .68), depth - 1);
		}

		/** Still water: pale level strokes, gathered in bands. */
		void water() {
			for (int n = 0; n < 900; n++) {
				double x = random.nextDouble() * 680 - 40, y = 330 + 150 * random.nextDouble();
				if (cloud(x * .006, y * .06, 3) < .46 + .1 * random.nextDouble()) continue;
				brush(ink, trace(x, y, 14 + 50 * random.nextDouble(), (px, py) -> .05 * StrictMath.sin(px * .15 + y)),
					.8 + random.nextDouble(), .12 + .22 * random.nextDouble(), .8);
			}
		}

		/** Broad, nearly dry strokes that leave the sky in pale drifts. */
		void mist() {
			for (int n = 0; n < 420; n++) {
				double x = random.nextDouble() * 760 - 120, y = 15 + 330 * random.nextDouble();
				if (cloud(x * .006, y * .02 + 5, 2) < .35 + .3 * random.nextDouble()) continue;
				Field drift = (px, py) -> .5 * (noise(px * .015, y * .05) - .5);
				brush(n % 3 == 0 ? ink : sepia, trace(x, y, 60 + 160 * random.nextDouble(), drift),
					2 + 5 * random.nextDouble(), .05 + .12 * random.nextDouble(), .9);
			}
		}

		void boat(double x, double y) {
			brush(ink, trace(x, y, 46, (px, py) -> .42 - .84 * (px - x) / 44), 3, .9, .3);
			brush(ink, trace(x + 3, y - .5, 40, (px, py) -> .22 - .4 * (px - x) / 44), 1.2, .8, .3);
			brush(ink, trace(x + 13, y + 1, 20, (px, py) -> -1 + 2 * (px - x - 13) / 13), 2, .9, .3);
			brush(ink, trace(x + 37, y + 4, 15, (px, py) -> -1.5), 2.6, 1.1, .2);
			brush(ink, trace(x + 39, y - 8, 34, (px, py) -> 1.1), .9, .8, .2);
		}

		/** Lets the wet ink bleed, and lays all ink on aged paper with its fibres and grain. */
		void develop() {
			float[] near = wash.clone(), fibres = new float[ink.length];
			blur(near, canvas.w, canvas.h, 3);
			float[] far = near.clone(), bleed = ink.clone();
			blur(far, canvas.w, canvas.h, 9);
			blur(bleed, canvas.w, canvas.h, 2);
			blur(indigo, canvas.w, canvas.h, 2);
			for (int n = 0; n < 4200; n++) {
				float shade = (float) (random.nextDouble() - .5) * .035f;
				double[][] fibre = limb(random.nextDouble() * 640, random.nextDouble() * 480, 8 + 20 * random.nextDouble(),
					random.nextDouble() * 6.3, 2.5);
				stroke(fibre, .7, u -> 1, (x, y, u, v) -> {
					int i = canvas.at(x, y);
					if (i >= 0) fibres[i] += shade;
				});
			}
			canvas.each(0, 0, 640, 480, (i, x, y) -> {
				double grain = cloud(x * .55, y * .55, 2) - .5, stain = cloud(x * .008, y * .008 + 9, 4) - .5;
				double laid = noise(x * .05, y * .8) - .5;
				double edge = smooth(60, 0, Math.min(Math.min(x, 640 - x), Math.min(y, 480 - y)) + 40 * stain);
				double age = .22 + .30 * stain + .16 * grain + .05 * laid + fibres[i] + .16 * edge;
				double wet = near[i] + .8 * Math.max(0, near[i] - far[i]);
				double black = (.75 * ink[i] + .45 * bleed[i] + wet) * (1 + .9 * grain);
				black = 2.5 * (1 - StrictMath.exp(-black * .7));
				for (int c = 0; c < 3; c++) {
					double stop = black * INK[c] + (sepia[i] + age) * SEPIA[c] + indigo[i] * INDIGO[c] * (1 + grain);
					canvas.rgb[c][i] = (float) (.97 * StrictMath.exp(-stop));
				}
			});
			seal(598, 34);
		}

		/** A worn vermilion seal. */
		void seal(double x0, double y0) {
			canvas.each(x0, y0, x0 + 18, y0 + 18, (i, x, y) -> {
				double u = (x - x0) / 18, v = (y - y0) / 18;
				boolean rim = Math.min(Math.min(u, 1 - u), Math.min(v, 1 - v)) < .09;
				boolean sign = hash((long) (u * 5), (long) (v * 7), 21) < .55 && (long) (u * 20) % 10 != 9;
				if (rim || sign) canvas.mix(i, new double[] { .66, .16, .10 }, .85 * smooth(.25, .5, cloud(x * .7, y * .7, 2)));
			});
		}
	}

	/** A field under a swirling sky in oil: opaque strokes along a flow, whose bristles leave ridges that catch the light. */
	static class BrushStrokes {

		static final double[][] BLUES = { { .03, .05, .16 }, { .05, .10, .34 }, { .07, .20, .52 }, { .14, .36, .66 },
			{ .34, .58, .76 }, { .66, .80, .78 }, { .93, .90, .70 } };
		static final double[][] SUN = { { 1.0, .93, .55 }, { .99, .80, .18 }, { .96, .56, .09 }, { .82, .25, .07 },
			{ .91, .66, .22 }, { .80, .80, .55 }, { .40, .62, .72 } };
		static final double[][] HILLS = { { .03, .06, .17 }, { .05, .14, .28 }, { .07, .25, .31 }, { .16, .40, .33 },
			{ .45, .56, .28 } };
		static final double[][] FIELD = { { .30, .15, .05 }, { .58, .30, .06 }, { .80, .50, .09 }, { .94, .70, .16 },
			{ .99, .88, .42 } };
		static final double[][] WHIRLS = { { 205, 140, 78, 1 }, { 372, 205, 52, -1 }, { 60, 235, 50, -1 }, { 350, 60, 44, 1 } };
		static final double SUN_X = 520, SUN_Y = 112;
		final Canvas canvas = new Canvas(640, 480);
		final float[] relief = new float[canvas.w * canvas.h];
		final Random random = new Random(5);

		Canvas draw() {
			canvas.each(0, 0, 640, 480, (i, x, y) -> canvas.mix(i, paint(x, y, .05), 1));
			for (float[] p : canvas.rgb) blur(p, canvas.w, canvas.h, 4); // the ground shows where no stroke went
			layer(1500, 15, 60, .06);
			layer(3600, 8, 40, .09);
			layer(7000, 5, 28, .12);
			layer(4500, 3.2, 18, .17);
			light();
			return canvas;
		}

		static double hills(double x) {
			return 306 - 34 * cloud(x * .008 + 2, 1, 3) - 18 * StrictMath.sin(x * .011 + 1);
		}

		static double field(double x) {
			return 336 + 14 * StrictMath.sin(x * .009 + 2.4);
		}

		/** Where the paint flows. */
		static double flow(double x, double y) {
			if (y > field(x)) { // furrows that run together in the distance
				double dx = x - 300, dy = y - 250 + 20 * StrictMath.sin(x * .03);
				return StrictMath.atan2(dy, dx) + .55 * (noise(x * .02, y * .03) - .5) + .35 * StrictMath.sin(y * .06 + x * .02);
			}
			if (y > hills(x)) return .55 * StrictMath.sin(x * .022 + y * .03) - .1;
			double vx = 1, vy = .45 * StrictMath.cos(x * .012 + y * .008);
			for (double[] w : WHIRLS) {
				double dx = x - w[0], dy = y - w[1], r = Math.sqrt(dx * dx + dy * dy) + 1;
				double pull = 3.5 * w[3] * StrictMath.exp(-r * r / (w[2] * w[2])) / r;
				vx += pull * (-dy - .25 * dx);
				vy += pull * (dx - .25 * dy);
			}
			double dx = x - SUN_X, dy = y - SUN_Y, r = Math.sqrt(dx * dx + dy * dy) + 1, pull = 9 * StrictMath.exp(-r * r / 7000) / r;
			return StrictMath.atan2(vy + pull * (dx - .3 * dy), vx - pull * (dy + .3 * dx));
		}

		/** The paint of a stroke that starts at a point; the painter strays from the tone he meant. */
		double[] paint(double x, double y, double stray) {
			double jitter = stray * (random.nextDouble() + random.nextDouble() - 1) * 2;
			if (y > field(x)) {
				double wave = cloud(x * .012, y * .035, 3), rows = StrictMath.sin(StrictMath.atan2(y - 250, x - 300) * 34);
				if (wave < .40 && random.nextDouble() < .10) return new double[] { .80, .17, .07 };
				if (random.nextDouble() < .07) return ramp(HILLS, .4 + random.nextDouble() * .6);
				return ramp(FIELD, .30 + .9 * (wave - .35) + .16 * rows + jitter + .12 * smooth(480, 340, y));
			}
			if (y > hills(x)) return random.nextDouble() < .06 ? ramp(FIELD, .6)
				: ramp(HILLS, .15 + .75 * cloud(x * .02, y * .04, 3) * smooth(380, 280, y) + jitter);
			double dx = x - SUN_X, dy = y - SUN_Y, r = Math.sqrt(dx * dx + dy * dy);
			if (r < 92 + 14 * noise(x * .05, y * .05)) return ramp(SUN, r / 100 + jitter * .6);
			double tone = .26 + .75 * (cloud(x * .010 + 4, y * .018, 3) - .45) + .30 * smooth(210, 300, y);
			for (double[] w : WHIRLS) {
				double ux = x - w[0], uy = y - w[1], d = Math.sqrt(ux * ux + uy * uy) / w[2];
				tone += .32 * StrictMath.exp(-d * d * .8) * (.5 + StrictMath.cos(d * 7.5 - w[3] * StrictMath.atan2(uy, ux)));
			}
			if (random.nextDouble() < .018) return ramp(SUN, .25 + .5 * random.nextDouble());
			return ramp(BLUES, tone + .25 * StrictMath.exp(-r * r / 26000) + jitter);
		}

		void layer(int strokes, double width, double length, double stray) {
			for (int n = 0; n < strokes; n++) {
				double x = random.nextDouble() * 680 - 30, y = random.nextDouble() * 500 - 10;
				double size = .7 + .6 * random.nextDouble(), turn = (random.nextDouble() - .5) * .3;
				double[] colour = paint(x, y, stray), other = paint(x, y, stray * 2);
				double[][] back = trace(x, y, length * .4, (px, py) -> flow(px, py) + StrictMath.PI);
				double[] start = back[back.length - 1];
				brush(trace(start[0], start[1], length * (.6 + .8 * random.nextDouble()), (px, py) -> flow(px, py) + turn),
					width * size, colour, other);
			}
		}

		/** One loaded stroke: two paints that did not quite mix, furrowed by bristles, heaped at its sides and its end. */
		void brush(double[][] path, double width, double[] colour, double[] other) {
			double seed = random.nextDouble() * 1000, length = path.length * 2, edge = random.nextDouble() * 2 - 1;
			stroke(path, width, u -> Math.min(1, .6 + 4 * u) * Math.min(1, 4.5 * (1 - u) + .25), (x, y, u, v) -> {
				int i = canvas.at(x, y);
				double hair = .65 * noise(v * width * .9 + seed, u * length * .035) + .35 * noise(v * width * 2 + seed, u * length * .06);
				if (i < 0 || hair < .62 * smooth(.55, 1.05, u) + .10 * Math.abs(v)) return;
				double[] mixed = mix(colour, other, clamp(.9 * hair + .35 * v * edge - .1));
				double shade = .74 + .5 * hair;
				for (int c = 0; c < 3; c++) canvas.rgb[c][i] = (float) (mixed[c] * shade);
				double heap = smooth(.5, .95, Math.abs(v)) * .5 + smooth(.75, 1, u) * .3;
				relief[i] = (float) (.35 * relief[i] + Math.sqrt(width) * (.35 + .9 * hair + heap));
			});
		}

		/** Light from the upper left rakes over the relief. */
		void light() {
			blur(relief, canvas.w, canvas.h, 1);
			canvas.each(1, 1, 639, 479, (i, x, y) -> {
				double slope = relief[i] - relief[i - 1] - relief[i - canvas.w] + .5 * (relief[i + 1] + relief[i + canvas.w]);
				double lit = Math.max(-1, Math.min(1, slope * .55)), gloss = smooth(.45, 1, lit) * .16;
				for (int c = 0; c < 3; c++) canvas.rgb[c][i] = (float) (canvas.rgb[c][i] * (1 + .38 * lit) + gloss);
			});
		}
	}

	/** 16-bit micrographs, as a camera of 12 bits would take them. */
	static class Micrographs {

		/** Some 60 nuclei with mottled chromatin and dark nucleoli, out of focus by a little, with shot noise. */
		static void nuclei(Path file) throws IOException {
			int n = 512;
			Random random = new Random(60);
			float[] light = new float[n * n];
			double[][] placed = new double[60][];
			for (int k = 0; k < placed.length; k++) {
				double cx, cy, r;
				boolean free;
				do {
					cx = 8 + random.nextDouble() * (n - 16);
					cy = 8 + random.nextDouble() * (n - 16);
					r = 13 + 13 * random.nextDouble();
					free = true;
					for (int o = 0; o < k; o++) {
						double dx = cx - placed[o][0], dy = cy - placed[o][1], gap = .88 * (r + placed[o][2]);
						free &= dx * dx + dy * dy > gap * gap;
					}
				} while (!free);
				placed[k] = new double[] { cx, cy, r };
				double turn = random.nextDouble() * 3.1416, stretch = 1 + .3 * random.nextDouble(), id = 100 * random.nextDouble();
				double cos = StrictMath.cos(turn), sin = StrictMath.sin(turn);
				double bright = 500 + 1900 * random.nextDouble() * random.nextDouble();
				for (int i = 0; i < n * n; i++) {
					int x = i % n, y = i / n;
					if (Math.abs(x - cx) > 40 || Math.abs(y - cy) > 40) continue;
					double u = ((x - cx) * cos + (y - cy) * sin) / r / stretch, v = ((y - cy) * cos - (x - cx) * sin) / r * stretch;
					double d = Math.sqrt(u * u + v * v) + .22 * (noise(u * 1.5 + id, v * 1.5 + id) - .5);
					double chromatin = .5 + .9 * cloud(x * .22 + id, y * .22, 3) - .55 * smooth(.70, .82, noise(u * 2.4 + id, v * 2.4 - id));
					light[i] += (float) (bright * smooth(1.04, .93, d) * Math.sqrt(clamp(1.25 - d * d)) * chromatin);
				}
			}
			float[] haze = light.clone();
			blur(light, n, n, 1);
			blur(haze, n, n, 12);
			short[] pixels = new short[n * n];
			for (int i = 0; i < pixels.length; i++) pixels[i] = expose(light[i] + .10 * haze[i] + 25, random);
			writeTiff(file, n, n, new short[][] { pixels }, "ImageJ=1.54p\nunit=micron\nmin=100.0\nmax=2600.0\n", 4);
		}

		/** Three spots on their orbits in one channel, two that pulse in the other, in focus in a slice of their own. */
		static void hyperstack(Path file) throws IOException {
			int w = 64, h = 48, channels = 2, slices = 3, frames = 4;
			Random random = new Random(24);
			short[][] planes = new short[channels * slices * frames][w * h];
			for (int p = 0; p < planes.length; p++) {
				int c = p % channels, z = p / channels % slices, t = p / channels / slices;
				for (int i = 0; i < w * h; i++) {
					double light = 20;
					for (int k = 0; k < 3 - c; k++) {
						double phase = .5 * t * (c == 0 ? 1 : .3) + 2.1 * k + c, off = z - (k + c) % slices, blur = 2.5 + 1.6 * off * off;
						double dx = i % w - 32 - (12 + 5 * k) * StrictMath.cos(phase), dy = i / w - 24 - (9 + 4 * k) * StrictMath.sin(phase);
						double power = c == 0 ? 1500 : 1100 * (1 + .6 * StrictMath.sin(1.6 * t + 2 * k));
						light += power * 2.5 / blur * StrictMath.exp(-(dx * dx + dy * dy) / (2 * blur * blur));
					}
					planes[p][i] = expose(light, random);
				}
			}
			writeTiff(file, w, h, planes, "ImageJ=1.54p\nimages=24\nchannels=2\nslices=3\nframes=4\nhyperstack=true\n" +
				"mode=composite\nunit=micron\nspacing=1.0\nfinterval=2.0\nloop=false\nmin=100.0\nmax=1800.0\n", 4);
		}

		/** The reading of a camera: an offset, shot noise that grows with the light, read noise; 12 bits. */
		static short expose(double light, Random random) {
			double normal = -6;
			for (int k = 0; k < 12; k++) normal += random.nextDouble();
			return (short) Math.max(0, Math.min(4095, 100 + light + normal * Math.sqrt(light * 1.8 + 16) + .5));
		}

		/** Writes planes as ImageJ does: big-endian, uncompressed, calibrated in pixels per unit, one directory each. */
		static void writeTiff(Path file, int w, int h, short[][] planes, String description, int perUnit) throws IOException {
			byte[] text = (description + '\0').getBytes(StandardCharsets.US_ASCII);
			int size = 2 * w * h, entries = 14, directory = 2 + 12 * entries + 4;
			int scaleAt = 8, textAt = scaleAt + 8, firstDirectory = textAt + text.length + text.length % 2;
			int pixelsAt = firstDirectory + directory * planes.length;
			ByteBuffer out = ByteBuffer.allocate(pixelsAt + size * planes.length);
			out.putShort((short) 0x4D4D).putShort((short) 42).putInt(firstDirectory);
			out.putInt(perUnit * 1000000).putInt(1000000).put(text).position(firstDirectory);
			for (int p = 0; p < planes.length; p++) {
				out.putShort((short) entries);
				tag(out, 254, 4, 1, 0); // a full image
				tag(out, 256, 4, 1, w);
				tag(out, 257, 4, 1, h);
				tag(out, 258, 3, 1, 16 << 16); // bits; a short lies in the upper half of the field
				tag(out, 259, 3, 1, 1 << 16); // uncompressed
				tag(out, 262, 3, 1, 1 << 16); // black is zero
				tag(out, 270, 2, text.length, textAt);
				tag(out, 273, 4, 1, pixelsAt + p * size);
				tag(out, 277, 3, 1, 1 << 16); // samples per pixel
				tag(out, 278, 4, 1, h); // all rows in one strip
				tag(out, 279, 4, 1, size);
				tag(out, 282, 5, 1, scaleAt);
				tag(out, 283, 5, 1, scaleAt);
				tag(out, 296, 3, 1, 1 << 16); // the unit is that of the description
				out.putInt(p + 1 < planes.length ? out.position() + 4 : 0);
			}
			for (short[] plane : planes) for (short pixel : plane) out.putShort(pixel);
			Files.write(file, out.array());
		}

		static void tag(ByteBuffer out, int tag, int type, int count, int value) {
			out.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
		}
	}
}
