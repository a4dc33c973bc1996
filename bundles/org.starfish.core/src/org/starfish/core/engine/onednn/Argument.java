// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.onednn;

import org.bytedeco.dnnl.global.dnnl;

/**
 * What an array is to a primitive.
 *
 * @param number the library's
 */
public record Argument(int number) {
	public static final Argument SOURCE = new Argument(dnnl.DNNL_ARG_SRC);
	public static final Argument WEIGHTS = new Argument(dnnl.DNNL_ARG_WEIGHTS);
	public static final Argument BIAS = new Argument(dnnl.DNNL_ARG_BIAS);
	public static final Argument DESTINATION = new Argument(dnnl.DNNL_ARG_DST);
	public static final Argument WORKSPACE = new Argument(dnnl.DNNL_ARG_WORKSPACE);
	public static final Argument SOURCE_GRADIENT = new Argument(dnnl.DNNL_ARG_DIFF_SRC);
	public static final Argument DESTINATION_GRADIENT = new Argument(dnnl.DNNL_ARG_DIFF_DST);

	/** One of several sources. */
	public static Argument source(int index) {
		return new Argument(dnnl.DNNL_ARG_MULTIPLE_SRC + index);
	}
}
