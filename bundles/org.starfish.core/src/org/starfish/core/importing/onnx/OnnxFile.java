// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;

import org.nd4j.shade.protobuf.ByteString;
import org.nd4j.shade.protobuf.CodedInputStream;
import org.nd4j.shade.protobuf.InvalidProtocolBufferException;
import org.nd4j.shade.protobuf.UnsafeByteOperations;
import org.starfish.core.StarfishException;

import onnx.Onnx.ModelProto;

/** Recognizes and parses the protobuf message that an ONNX file is, without copying the weights in it. */
final class OnnxFile {
	/** Messages nest this deep at most; a graph without control flow needs 8. */
	private static final int NESTING = 32;
	/** Larger files are mapped rather than read, so that their weights do not fill the heap. */
	private static final long MAPPED = 64L << 20;

	private static final int VARINT = 0;
	private static final int BYTES = 2;

	private OnnxFile() {
	}

	/** Parses a file. The message refers to the file's bytes. */
	static ModelProto read(Path file) throws StarfishException, IOException {
		if (Files.size(file) > Integer.MAX_VALUE) {
			throw new StarfishException("%s is larger than the 2 GB that ONNX allows; export it with external data."
					.formatted(file.getFileName()));
		}
		ModelProto model;
		try {
			CodedInputStream in = bytes(file).newCodedInput();
			in.enableAliasing(true);
			in.setRecursionLimit(NESTING);
			model = ModelProto.parseFrom(in);
		} catch (InvalidProtocolBufferException e) {
			throw new StarfishException(
					"%s is no ONNX model, or a damaged one; get a fresh copy of it.".formatted(file.getFileName()), e);
		}
		if (model.getGraph().getNodeCount() == 0) {
			throw new StarfishException(
					"%s holds no ONNX graph; it is empty, no ONNX model, or damaged.".formatted(file.getFileName()));
		}
		return model;
	}

	/**
	 * Whether the first bytes of a file are those of an ONNX model, or its name says so and nothing speaks against it.
	 */
	static boolean looksLike(Path file, byte[] head) {
		return startsWithFields(head)
				|| file.getFileName().toString().toLowerCase().endsWith(".onnx") && !isOtherContainer(head);
	}

	private static ByteString bytes(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file)) {
			if (channel.size() > MAPPED) {
				return UnsafeByteOperations.unsafeWrap(channel.map(MapMode.READ_ONLY, 0, channel.size()));
			}
		}
		return UnsafeByteOperations.unsafeWrap(Files.readAllBytes(file));
	}

	/** Zip and HDF5, of which other formats are made. */
	private static boolean isOtherContainer(byte[] head) {
		return head.length > 4 && (head[0] == 'P' && head[1] == 'K' && head[2] < 9
				|| (head[0] & 0xFF) == 0x89 && head[1] == 'H' && head[2] == 'D' && head[3] == 'F');
	}

	/**
	 * Every known writer puts the fields of a model in order: format version, some short texts and numbers, the graph.
	 * Walks them up to the graph or the end of the head.
	 */
	private static boolean startsWithFields(byte[] head) {
		if (head.length < 4 || head[0] != 0x08 || head[1] < 1 || head[1] > 64) {
			return false;
		}
		int at = 2;
		while (at < head.length - 1) {
			int tag = head[at++] & 0xFF;
			int field = tag >> 3;
			int wire = tag & 7;
			if (field == 7 || field == 8) {
				return wire == BYTES;
			}
			if (field == 5 && wire == VARINT) {
				while (at < head.length && head[at] < 0) {
					at++;
				}
				at++;
			} else if ((field >= 2 && field <= 4 || field == 6) && wire == BYTES) {
				int length = head[at] & 0x7F;
				if (head[at++] < 0 && at < head.length) {
					length |= (head[at++] & 0x7F) << 7;
				}
				for (int i = at; i < Math.min(at + length, head.length); i++) {
					if (head[i] >= 0 && head[i] < ' ' && !Character.isWhitespace(head[i])) {
						return false;
					}
				}
				at += length;
			} else {
				return false;
			}
		}
		return at > 4;
	}
}
