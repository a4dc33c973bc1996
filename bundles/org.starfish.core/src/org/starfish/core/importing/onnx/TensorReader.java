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
import onnx.Onnx.TensorProto.DataType;

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
	 * @param as its name, for messages
	 * @throws StarfishException if its type is not supported or its data do not fit its shape
	 */
	Constant read(TensorProto tensor, String as) throws StarfishException, IOException {
		String name = Printable.of(as);
		int[] dims = dims(tensor, name);
		int count = (int) Constant.count(dims);
		if (tensor.hasSegment()) {
			throw new StarfishException("The tensor '%s' of %s is stored in segments; export the model again without."
					.formatted(name, file.getFileName()));
		}
		int type = tensor.getDataType();
		int width = width(type);
		if (width == 0) {
			throw new StarfishException("The tensor '%s' of %s holds %s, which Starfish cannot read; %s.".formatted(
					name, file.getFileName(), typeName(type), "export the model with float32 or float16 numbers"));
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
		return type == DataType.FLOAT_VALUE || type == DataType.FLOAT16_VALUE || type == DataType.BFLOAT16_VALUE
				|| type == DataType.DOUBLE_VALUE;
	}

	/** What ONNX calls a type of numbers, for the user's eyes. */
	static String typeName(int type) {
		DataType known = DataType.forNumber(type);
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

	private interface Reals {
		float at(int index);
	}

	private interface Wholes {
		long at(int index);
	}

	/** A tensor whose values are raw bytes, little end first. */
	private static Constant decoded(int type, int[] dims, Supplier<ByteBuffer> source) {
		Supplier<ByteBuffer> bytes = () -> source.get().slice().order(ByteOrder.LITTLE_ENDIAN);
		if (type == DataType.FLOAT_VALUE) {
			return Constant.ofReals(dims, () -> {
				float[] values = new float[(int) Constant.count(dims)];
				bytes.get().asFloatBuffer().get(values);
				return values;
			});
		}
		return isReal(type) ? reals(dims, () -> reals(type, bytes.get()))
				: wholes(dims, () -> wholes(type, bytes.get()));
	}

	private static Reals reals(int type, ByteBuffer bytes) {
		return switch (type) {
		case DataType.FLOAT16_VALUE -> i -> Float.float16ToFloat(bytes.getShort(2 * i));
		case DataType.BFLOAT16_VALUE -> i -> Float.intBitsToFloat(bytes.getShort(2 * i) << 16);
		default -> i -> (float) bytes.getDouble(8 * i);
		};
	}

	private static Wholes wholes(int type, ByteBuffer bytes) {
		return switch (type) {
		case DataType.INT64_VALUE, DataType.UINT64_VALUE -> i -> bytes.getLong(8 * i);
		case DataType.INT32_VALUE -> i -> bytes.getInt(4 * i);
		case DataType.UINT32_VALUE -> i -> bytes.getInt(4 * i) & 0xFFFFFFFFL;
		case DataType.INT16_VALUE -> i -> bytes.getShort(2 * i);
		case DataType.UINT16_VALUE -> i -> bytes.getShort(2 * i) & 0xFFFF;
		case DataType.INT8_VALUE -> bytes::get;
		default -> i -> bytes.get(i) & 0xFF;
		};
	}

	/** A tensor whose values are in the typed fields of the message rather than in its raw bytes. */
	private static Constant typed(TensorProto tensor, int[] dims) {
		return switch (tensor.getDataType()) {
		case DataType.FLOAT_VALUE -> reals(dims, () -> tensor::getFloatData);
		case DataType.DOUBLE_VALUE -> reals(dims, () -> i -> (float) tensor.getDoubleData(i));
		case DataType.FLOAT16_VALUE -> reals(dims, () -> i -> Float.float16ToFloat((short) tensor.getInt32Data(i)));
		case DataType.BFLOAT16_VALUE -> reals(dims, () -> i -> Float.intBitsToFloat(tensor.getInt32Data(i) << 16));
		case DataType.INT64_VALUE -> wholes(dims, () -> tensor::getInt64Data);
		case DataType.UINT64_VALUE, DataType.UINT32_VALUE -> wholes(dims, () -> tensor::getUint64Data);
		default -> wholes(dims, () -> tensor::getInt32Data);
		};
	}

	private static Constant reals(int[] dims, Supplier<Reals> source) {
		return Constant.ofReals(dims, () -> {
			Reals from = source.get();
			float[] values = new float[(int) Constant.count(dims)];
			for (int i = 0; i < values.length; i++) {
				values[i] = from.at(i);
			}
			return values;
		});
	}

	private static Constant wholes(int[] dims, Supplier<Wholes> source) {
		return Constant.ofWholes(dims, () -> {
			Wholes from = source.get();
			long[] values = new long[(int) Constant.count(dims)];
			for (int i = 0; i < values.length; i++) {
				values[i] = from.at(i);
			}
			return values;
		});
	}

	private static int typedCount(TensorProto tensor) {
		return switch (tensor.getDataType()) {
		case DataType.FLOAT_VALUE -> tensor.getFloatDataCount();
		case DataType.DOUBLE_VALUE -> tensor.getDoubleDataCount();
		case DataType.INT64_VALUE -> tensor.getInt64DataCount();
		case DataType.UINT64_VALUE, DataType.UINT32_VALUE -> tensor.getUint64DataCount();
		default -> tensor.getInt32DataCount();
		};
	}

	/** Bytes of one value; 0 if the type is not supported. */
	private static int width(int type) {
		return switch (type) {
		case DataType.DOUBLE_VALUE, DataType.INT64_VALUE, DataType.UINT64_VALUE -> 8;
		case DataType.FLOAT_VALUE, DataType.INT32_VALUE, DataType.UINT32_VALUE -> 4;
		case DataType.FLOAT16_VALUE, DataType.BFLOAT16_VALUE, DataType.INT16_VALUE, DataType.UINT16_VALUE -> 2;
		case DataType.INT8_VALUE, DataType.UINT8_VALUE, DataType.BOOL_VALUE -> 1;
		default -> 0;
		};
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
