// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network;

/** Where a model file puts the channel axis of a picture or sequence. */
public enum ChannelOrder {
	/** Channels first: {@code [c, h, w]}, as ONNX and DL4J write it. */
	FIRST,
	/** Channels last: {@code [h, w, c]}, as Keras writes it. */
	LAST
}
