// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.onednn;

import org.bytedeco.dnnl.global.dnnl;

/** How the elements of an array follow each other. */
public enum Layout {
	/** Channels last, as on the heap: {@code [n, h, w, c]}, or {@code [n, size]}. */
	PLAIN(dnnl.dnnl_nhwc),
	/** Channels in blocks of 16, which Winograd's convolutions want: {@code [n, c / 16, h, w, 16]}. */
	BLOCKED(dnnl.dnnl_nChw16c);

	private final int tag;

	Layout(int tag) {
		this.tag = tag;
	}

	/** The description of a batch of pictures in this layout. */
	public Description pictures(int batch, int channels, int height, int width) {
		return Description.of(tag, batch, channels, height, width);
	}
}
