// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.parameterization;

import org.starfish.core.synthesis.picture.Step;

/**
 * Lets another parameterization paint in colours that vary independently of each other in natural photos, and mixes red, green
 * and blue from them; three channels. (Olah, Mordvintsev and Schubert, Feature Visualization, 2017)
 */
public final class DecorrelatedColor implements Parameterization {
	/** A square root of the covariance of ImageNet's colours, from which Lucid divides its largest column norm. */
	private static final double[][] ROOT = { { 0.26, 0.09, 0.02 }, { 0.27, 0.00, -0.05 }, { 0.27, -0.09, 0.03 } };

	private final Parameterization inner;
	private final float[][] mix;
	private final double[][] unmix;

	/**
	 * @param inner paints the three independent colours
	 */
	public DecorrelatedColor(Parameterization inner) {
		this.inner = inner;
		double largest = 0;
		for (int column = 0; column < 3; column++) {
			largest = Math.max(largest,
					Math.sqrt(ROOT[0][column] * ROOT[0][column] + ROOT[1][column] * ROOT[1][column]
							+ ROOT[2][column] * ROOT[2][column]));
		}
		mix = new float[3][3];
		double[][] exact = new double[3][3];
		for (int i = 0; i < 9; i++) {
			exact[i / 3][i % 3] = ROOT[i / 3][i % 3] / largest;
			mix[i / 3][i % 3] = (float) exact[i / 3][i % 3];
		}
		unmix = inverse(exact);
	}

	@Override
	public int size() {
		return inner.size();
	}

	@Override
	public void start(Step step, float[] parameters) {
		inner.start(step, parameters);
	}

	@Override
	public void fit(float[] picture, float[] parameters) {
		float[] independent = new float[picture.length];
		for (int i = 0; i + 2 < picture.length; i += 3) {
			for (int row = 0; row < 3; row++) {
				independent[i + row] = (float) (unmix[row][0] * picture[i] + unmix[row][1] * picture[i + 1]
						+ unmix[row][2] * picture[i + 2]);
			}
		}
		inner.fit(independent, parameters);
	}

	@Override
	public void apply(float[] parameters, float[] picture) {
		inner.apply(parameters, picture);
		multiply(picture, mix[0][0], mix[0][1], mix[0][2], mix[1][0], mix[1][1], mix[1][2], mix[2][0], mix[2][1],
				mix[2][2]);
	}

	@Override
	public void backward(float[] pictureGradient, float[] parameterGradient) {
		multiply(pictureGradient, mix[0][0], mix[1][0], mix[2][0], mix[0][1], mix[1][1], mix[2][1], mix[0][2],
				mix[1][2], mix[2][2]);
		inner.backward(pictureGradient, parameterGradient);
	}

	private static void multiply(float[] values, float m00, float m01, float m02, float m10, float m11, float m12,
			float m20, float m21, float m22) {
		for (int i = 0; i + 2 < values.length; i += 3) {
			float a = values[i];
			float b = values[i + 1];
			float c = values[i + 2];
			values[i] = m00 * a + m01 * b + m02 * c;
			values[i + 1] = m10 * a + m11 * b + m12 * c;
			values[i + 2] = m20 * a + m21 * b + m22 * c;
		}
	}

	private static double[][] inverse(double[][] m) {
		double[][] cofactors = new double[3][3];
		for (int row = 0; row < 3; row++) {
			for (int column = 0; column < 3; column++) {
				int r1 = (row + 1) % 3;
				int r2 = (row + 2) % 3;
				int c1 = (column + 1) % 3;
				int c2 = (column + 2) % 3;
				cofactors[column][row] = m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
			}
		}
		double determinant = m[0][0] * cofactors[0][0] + m[0][1] * cofactors[1][0] + m[0][2] * cofactors[2][0];
		for (double[] row : cofactors) {
			for (int column = 0; column < 3; column++) {
				row[column] /= determinant;
			}
		}
		return cofactors;
	}
}
