// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.function.Supplier;

import org.starfish.core.StarfishException;

import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataLocation;

/** Makes constants of ONNX tensors; checks that each holds what its shape says, and decodes only when asked. */
final class TensorReader {
	private final Path file;

	/**
	 * @param file the model's file, for messages and for finding tensors beside it
	 */
	TensorReader(Path file) {
		this.file = file;
	}

	/**
	 * Reads a tensor.
	 *
	 * @param name for messages
	 * @throws StarfishException if its type is not supported or its data do not fit its shape
	 */
	Constant read(TensorProto tensor, String name) throws StarfishException, IOException {
		int[] dims = dims(tensor, name);
		int count = (int) Constant.count(dims);
		if (tensor.hasSegment()) {
			throw new StarfishException("The tensor '%s' of %s is stored in segments; export the model again without."
					.formatted(name, file.getFileName()));
		}
		int type = tensor.getDataType();
		int width = width(type);
		if (width == 0) {
			throw new StarfishException("The tensor '%s' of %s holds %s, which Starfish cannot read; %s.".formatted(name,
					file.getFileName(), typeName(type), "export the model with float32 or float16 numbers"));
		}
		if (tensor.getDataLocation() == DataLocation.EXTERNAL) {
			long length = (long) count * width;
			if (length > Integer.MAX_VALUE - 8) {
				throw tooLarge(name, tensor);
			}
			return decoded(type, dims, ExternalData.locate(file, tensor, (int) length)::read);
		}
		if (!tensor.getRawData().isEmpty() || typedCount(tensor) == 0) {
			if (tensor.getRawData().size() != (long) count * width) {
				throw mismatch(name, dims, tensor.getRawData().size() / width);
			}
			return decoded(type, dims, tensor.getRawData()::asReadOnlyByteBuffer);
		}
		if (typedCount(tensor) != count) {
			throw mismatch(name, dims, typedCount(tensor));
		}
		return typed(tensor, dims);
	}

	/** Whether numbers of this type are pixels or weights: read as 32-bit reals. */
	static boolean isReal(int type) {
		return type == TensorProto.DataType.FLOAT_VALUE || type == TensorProto.DataType.FLOAT16_VALUE
				|| type == TensorProto.DataType.BFLOAT16_VALUE || type == TensorProto.DataType.DOUBLE_VALUE;
	}

	/** What ONNX calls a type of numbers, for the user's eyes. */
	static String typeName(int type) {
		TensorProto.DataType known = TensorProto.DataType.forNumber(type);
		return known == null ? "numbers of an unknown type (" + type + ")" : known.name().toLowerCase() + " values";
	}

	private int[] dims(TensorProto tensor, String name) throws StarfishException {
		int[] dims = new int[tensor.getDimsCount()];
		long count = 1;
		for (int axis = 0; axis < dims.length; axis++) {
			long dim = tensor.getDims(axis);
			if (dim < 0 || dim > Integer.MAX_VALUE || dim > 0 && count > Integer.MAX_VALUE / dim) {
				throw tooLarge(name, tensor);
			}
			dims[axis] = (int) dim;
			count *= dim;
		}
		return dims;
	}

	private static Constant decoded(int type, int[] dims, Supplier<ByteBuffer> source) {
		Supplier<ByteBuffer> bytes = () -> source.get().slice().order(ByteOrder.LITTLE_ENDIAN);
		int count = (int) Constant.count(dims);
		return switch (type) {
		case TensorProto.DataType.FLOAT_VALUE -> Constant.ofReals(dims, () -> {
			float[] values = new float[count];
			bytes.get().asFloatBuffer().get(values);
			return values;
		});
		case TensorProto.DataType.FLOAT16_VALUE -> reals(dims, bytes, (from, i) -> Float.float16ToFloat(from.getShort(2 * i)));
		case TensorProto.DataType.BFLOAT16_VALUE -> reals(dims, bytes, (from, i) -> Float.intBitsToFloat(from.getShort(2 * i) << 16));
		case TensorProto.DataType.DOUBLE_VALUE -> reals(dims, bytes, (from, i) -> (float) from.getDouble(8 * i));
		case TensorProto.DataType.INT64_VALUE, TensorProto.DataType.UINT64_VALUE -> wholes(dims, bytes, (from, i) -> from.getLong(8 * i));
		case TensorProto.DataType.INT32_VALUE -> wholes(dims, bytes, (from, i) -> from.getInt(4 * i));
		case TensorProto.DataType.UINT32_VALUE -> wholes(dims, bytes, (from, i) -> from.getInt(4 * i) & 0xFFFFFFFFL);
		case TensorProto.DataType.INT16_VALUE -> wholes(dims, bytes, (from, i) -> from.getShort(2 * i));
		case TensorProto.DataType.UINT16_VALUE -> wholes(dims, bytes, (from, i) -> from.getShort(2 * i) & 0xFFFF);
		case TensorProto.DataType.INT8_VALUE -> wholes(dims, bytes, (from, i) -> from.get(i));
		default -> wholes(dims, bytes, (from, i) -> from.get(i) & 0xFF);
		};
	}

	/** A tensor whose values are in the typed fields of the message rather than in its raw bytes. */
	private static Constant typed(TensorProto tensor, int[] dims) {
		int count = (int) Constant.count(dims);
		return switch (tensor.getDataType()) {
		case TensorProto.DataType.FLOAT_VALUE -> reals(dims, count, tensor::getFloatData);
		case TensorProto.DataType.DOUBLE_VALUE -> reals(dims, count, i -> (float) tensor.getDoubleData(i));
		case TensorProto.DataType.FLOAT16_VALUE -> reals(dims, count, i -> Float.float16ToFloat((short) tensor.getInt32Data(i)));
		case TensorProto.DataType.BFLOAT16_VALUE -> reals(dims, count, i -> Float.intBitsToFloat(tensor.getInt32Data(i) << 16));
		case TensorProto.DataType.INT64_VALUE -> wholes(dims, count, tensor::getInt64Data);
		case TensorProto.DataType.UINT64_VALUE, TensorProto.DataType.UINT32_VALUE -> wholes(dims, count, tensor::getUint64Data);
		default -> wholes(dims, count, tensor::getInt32Data);
		};
	}

	private static int typedCount(TensorProto tensor) {
		return switch (tensor.getDataType()) {
		case TensorProto.DataType.FLOAT_VALUE -> tensor.getFloatDataCount();
		case TensorProto.DataType.DOUBLE_VALUE -> tensor.getDoubleDataCount();
		case TensorProto.DataType.INT64_VALUE -> tensor.getInt64DataCount();
		case TensorProto.DataType.UINT64_VALUE, TensorProto.DataType.UINT32_VALUE -> tensor.getUint64DataCount();
		default -> tensor.getInt32DataCount();
		};
	}

	/** Bytes of one value; 0 if the type is not supported. */
	private static int width(int type) {
		return switch (type) {
		case TensorProto.DataType.DOUBLE_VALUE, TensorProto.DataType.INT64_VALUE, TensorProto.DataType.UINT64_VALUE -> 8;
		case TensorProto.DataType.FLOAT_VALUE, TensorProto.DataType.INT32_VALUE, TensorProto.DataType.UINT32_VALUE -> 4;
		case TensorProto.DataType.FLOAT16_VALUE, TensorProto.DataType.BFLOAT16_VALUE, TensorProto.DataType.INT16_VALUE,
				TensorProto.DataType.UINT16_VALUE ->
			2;
		case TensorProto.DataType.INT8_VALUE, TensorProto.DataType.UINT8_VALUE, TensorProto.DataType.BOOL_VALUE -> 1;
		default -> 0;
		};
	}

	private interface RealAt {
		float at(ByteBuffer bytes, int index);
	}

	private interface WholeAt {
		long at(ByteBuffer bytes, int index);
	}

	private interface TypedReal {
		float at(int index);
	}

	private interface TypedWhole {
		long at(int index);
	}

	private static Constant reals(int[] dims, Supplier<ByteBuffer> bytes, RealAt decode) {
		return Constant.ofReals(dims, () -> {
			ByteBuffer from = bytes.get();
			float[] values = new float[(int) Constant.count(dims)];
			for (int i = 0; i < values.length; i++) {
				values[i] = decode.at(from, i);
			}
			return values;
		});
	}

	private static Constant wholes(int[] dims, Supplier<ByteBuffer> bytes, WholeAt decode) {
		return Constant.ofWholes(dims, () -> {
			ByteBuffer from = bytes.get();
			long[] values = new long[(int) Constant.count(dims)];
			for (int i = 0; i < values.length; i++) {
				values[i] = decode.at(from, i);
			}
			return values;
		});
	}

	private static Constant reals(int[] dims, int count, TypedReal decode) {
		return Constant.ofReals(dims, () -> {
			float[] values = new float[count];
			for (int i = 0; i < count; i++) {
				values[i] = decode.at(i);
			}
			return values;
		});
	}

	private static Constant wholes(int[] dims, int count, TypedWhole decode) {
		return Constant.ofWholes(dims, () -> {
			long[] values = new long[count];
			for (int i = 0; i < count; i++) {
				values[i] = decode.at(i);
			}
			return values;
		});
	}

	private StarfishException mismatch(String name, int[] dims, long found) {
		return new StarfishException("The tensor '%s' of %s should hold %d values and holds %d; get a fresh copy of it."
				.formatted(name, file.getFileName(), Constant.count(dims), found));
	}

	private StarfishException tooLarge(String name, TensorProto tensor) {
		return new StarfishException("The tensor '%s' of %s has the impossible shape %s; get a fresh copy of it."
				.formatted(name, file.getFileName(), tensor.getDimsList().stream().limit(8).toList()));
	}
}
