// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.onednn;

import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.global.dnnl;

/**
 * What a kernel does to its results while it still has them in its registers.
 *
 * @param adds whether they are added to what the destination holds
 * @param ceiling what they are rectified to: {@code min(max(x, 0), ceiling)}, may be infinite; NaN if they are left alone
 */
public record Epilogue(boolean adds, float ceiling) {
	/** The results are written as they are. */
	public static final Epilogue NONE = new Epilogue(false, Float.NaN);
	/** The results are added to the destination. */
	public static final Epilogue ADDED = new Epilogue(true, Float.NaN);

	/** The results are rectified. */
	public static Epilogue rectified(float ceiling) {
		return new Epilogue(false, ceiling);
	}

	/** The library's form of it; whoever asks destroys it. */
	dnnl_primitive_attr attributes() {
		var attributes = new dnnl_primitive_attr();
		OneDnn.check(dnnl.dnnl_primitive_attr_create(attributes));
		OneDnn.check(dnnl.dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl.dnnl_scratchpad_mode_user));
		var operations = new dnnl_post_ops();
		OneDnn.check(dnnl.dnnl_post_ops_create(operations));
		if (adds) {
			OneDnn.check(dnnl.dnnl_post_ops_append_sum(operations, 1));
		}
		if (!Float.isNaN(ceiling)) {
			boolean clips = Float.isFinite(ceiling);
			OneDnn.check(dnnl.dnnl_post_ops_append_eltwise(operations, 1,
					clips ? dnnl.dnnl_eltwise_clip : dnnl.dnnl_eltwise_relu, 0, clips ? ceiling : 0));
		}
		OneDnn.check(dnnl.dnnl_primitive_attr_set_post_ops(attributes, operations));
		OneDnn.check(dnnl.dnnl_post_ops_destroy(operations));
		return attributes;
	}
}
