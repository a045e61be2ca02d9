package io.github.neuralstyle.finish;

import Jama.Matrix;

/**
 * The leading principal components of patches: distances between projections are at most those between patches and near
 * them.
 *
 * @param mean (values)
 * @param basis (values, components), orthonormal columns, the strongest component first
 */
record PatchSpace(float[] mean, float[] basis, int components) {

    private static final int SAMPLES = 8192;

    /** Of the patches of all the sources; with so many components or as many as a patch has values. */
    static PatchSpace of(Patches patches, int components) {
        int values = patches.values(),
                step = Math.max(1, patches.count() / SAMPLES),
                count = (patches.count() + step - 1) / step;
        float[] patch = new float[values];
        double[] mean = new double[values];
        double[][] covariance = new double[values][values];
        for (int i = 0; i < patches.count(); i += step) {
            patches.read(i, patch);
            for (int a = 0; a < values; a++) mean[a] += patch[a] / count;
        }
        double[] centred = new double[values];
        for (int i = 0; i < patches.count(); i += step) {
            patches.read(i, patch);
            for (int a = 0; a < values; a++) centred[a] = patch[a] - mean[a];
            for (int a = 0; a < values; a++) {
                double[] row = covariance[a];
                double value = centred[a];
                for (int b = 0; b <= a; b++) row[b] += value * centred[b];
            }
        }
        for (int a = 0; a < values; a++) for (int b = 0; b < a; b++) covariance[b][a] = covariance[a][b];
        double[][] vectors = new Matrix(covariance).eig().getV().getArray();
        int kept = Math.min(components, values);
        float[] basis = new float[values * kept], floatMean = new float[values];
        for (int a = 0; a < values; a++) {
            floatMean[a] = (float) mean[a];
            for (int c = 0; c < kept; c++) basis[a * kept + c] = (float) vectors[a][values - 1 - c];
        }
        return new PatchSpace(floatMean, basis, kept);
    }

    /** All patches projected, (patches, components). */
    float[] project(Patches patches, Workers workers) {
        float[] projected = new float[patches.count() * components];
        int block = 512;
        workers.run((patches.count() + block - 1) / block, 0.1 * patches.count(), part -> {
            float[] patch = new float[mean.length], sum = new float[components];
            for (int i = part * block; i < Math.min(patches.count(), (part + 1) * block); i++) {
                patches.read(i, patch);
                java.util.Arrays.fill(sum, 0);
                for (int a = 0; a < patch.length; a++) {
                    float value = patch[a] - mean[a];
                    for (int c = 0, b = a * components; c < components; c++, b++) sum[c] += value * basis[b];
                }
                System.arraycopy(sum, 0, projected, i * components, components);
            }
        });
        return projected;
    }
}
