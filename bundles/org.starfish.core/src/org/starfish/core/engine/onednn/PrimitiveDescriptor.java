// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.onednn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bytedeco.dnnl.const_dnnl_op_desc_t;
import org.bytedeco.dnnl.dnnl_convolution_desc_t;
import org.bytedeco.dnnl.dnnl_eltwise_desc_t;
import org.bytedeco.dnnl.dnnl_inner_product_desc_t;
import org.bytedeco.dnnl.dnnl_lrn_desc_t;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.dnnl_pooling_desc_t;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * How the library will do a task: the kernel that it found, before it is given arrays. All factories throw an
 * {@link UnsupportedOperationException} if it has no kernel for the task.
 */
public final class PrimitiveDescriptor implements AutoCloseable {
	private final dnnl_primitive_desc handle;

	private PrimitiveDescriptor(dnnl_primitive_desc handle) {
		this.handle = handle;
	}

	private static PrimitiveDescriptor of(Pointer task, Epilogue epilogue, PrimitiveDescriptor forward) {
		var handle = new dnnl_primitive_desc();
		dnnl_primitive_attr attributes = epilogue.attributes();
		try (task) {
			OneDnn.check(dnnl.dnnl_primitive_desc_create(handle, new const_dnnl_op_desc_t(task), attributes,
					OneDnn.engine(), forward == null ? null : forward.handle));
		} finally {
			dnnl.dnnl_primitive_attr_destroy(attributes);
		}
		return new PrimitiveDescriptor(handle);
	}

	/**
	 * Convolution.
	 *
	 * @param winograd by Winograd's minimal filtering instead of directly (Lavin and Gray, Fast Algorithms for Convolutional
	 *        Neural Networks, 2016): fewer multiplications, rounded a little differently
	 * @param weights of which only the shape counts; see {@link #weights()} for the order
	 * @param biased whether a number is added to each channel
	 */
	public static PrimitiveDescriptor convolution(boolean winograd, Description source, Description weights,
			boolean biased, Description destination, Window window, Epilogue epilogue) {
		var task = new dnnl_convolution_desc_t();
		Description bias = biased ? Description.vector(destination.dim(1)) : null;
		OneDnn.check(dnnl.dnnl_dilated_convolution_forward_desc_init(task, dnnl.dnnl_forward_inference,
				algorithm(winograd), source.handle(), weights.anyOrder().handle(), bias == null ? null : bias.handle(),
				destination.handle(), window.strides(), window.gaps(), window.before(), window.after()));
		return of(task, epilogue, null);
	}

	/** The gradient of a convolution with respect to its input. */
	public static PrimitiveDescriptor convolutionGradient(boolean winograd, Description sourceGradient,
			Description weights, Description destinationGradient, Window window) {
		var task = new dnnl_convolution_desc_t();
		OneDnn.check(dnnl.dnnl_dilated_convolution_backward_data_desc_init(task, algorithm(winograd),
				sourceGradient.handle(), weights.anyOrder().handle(), destinationGradient.handle(), window.strides(),
				window.gaps(), window.before(), window.after()));
		return of(task, Epilogue.NONE, null);
	}

	private static int algorithm(boolean winograd) {
		return winograd ? dnnl.dnnl_convolution_winograd : dnnl.dnnl_convolution_direct;
	}

	/**
	 * Pooling by windows without gaps.
	 *
	 * @param keepsPlaces whether the places of the maxima are kept for the gradient, see {@link #workspace()}
	 */
	public static PrimitiveDescriptor pooling(PoolingKind kind, boolean keepsPlaces, Description source,
			Description destination, Window window) {
		var task = new dnnl_pooling_desc_t();
		OneDnn.check(dnnl.dnnl_pooling_forward_desc_init(task,
				keepsPlaces ? dnnl.dnnl_forward_training : dnnl.dnnl_forward_inference, kind.algorithm,
				source.handle(), destination.handle(), window.strides(), window.kernel(), window.before(),
				window.after()));
		return of(task, Epilogue.NONE, null);
	}

	/** The gradient of pooling with respect to its input. */
	public static PrimitiveDescriptor poolingGradient(PoolingKind kind, PrimitiveDescriptor forward,
			Description sourceGradient, Description destinationGradient, Window window) {
		var task = new dnnl_pooling_desc_t();
		OneDnn.check(dnnl.dnnl_pooling_backward_desc_init(task, kind.algorithm, sourceGradient.handle(),
				destinationGradient.handle(), window.strides(), window.kernel(), window.before(), window.after()));
		return of(task, Epilogue.NONE, forward);
	}

	/** How a window's values become one. */
	public enum PoolingKind {
		/** The largest. */
		MAXIMUM(dnnl.dnnl_pooling_max),
		/** Their mean, padding not counted. */
		MEAN(dnnl.dnnl_pooling_avg_exclude_padding),
		/** Their mean, padding counted as zeros. */
		MEAN_WITH_PADDING(dnnl.dnnl_pooling_avg_include_padding);

		private final int algorithm;

		PoolingKind(int algorithm) {
			this.algorithm = algorithm;
		}
	}

	/** Local response normalization across channels: {@code x / (k + alpha / size * sum of squares)^beta}. */
	public static PrimitiveDescriptor localResponseNormalization(boolean keepsSums, Description data, int size,
			float alpha, float beta, float k) {
		var task = new dnnl_lrn_desc_t();
		OneDnn.check(dnnl.dnnl_lrn_forward_desc_init(task,
				keepsSums ? dnnl.dnnl_forward_training : dnnl.dnnl_forward_inference,
				dnnl.dnnl_lrn_across_channels, data.handle(), size, alpha, beta, k));
		return of(task, Epilogue.NONE, null);
	}

	/** The gradient of {@link #localResponseNormalization}. */
	public static PrimitiveDescriptor localResponseNormalizationGradient(PrimitiveDescriptor forward, Description data,
			int size, float alpha, float beta, float k) {
		var task = new dnnl_lrn_desc_t();
		OneDnn.check(dnnl.dnnl_lrn_backward_desc_init(task, dnnl.dnnl_lrn_across_channels, data.handle(), data.handle(),
				size, alpha, beta, k));
		return of(task, Epilogue.NONE, forward);
	}

	/** The rectifier {@code min(max(x, 0), ceiling)}; the ceiling may be infinite. */
	public static PrimitiveDescriptor rectifier(float ceiling, Description data) {
		var task = new dnnl_eltwise_desc_t();
		OneDnn.check(dnnl.dnnl_eltwise_forward_desc_init(task, dnnl.dnnl_forward_training, rectifierOf(ceiling),
				data.handle(), 0, bound(ceiling)));
		return of(task, Epilogue.NONE, null);
	}

	/** The gradient of {@link #rectifier} from what it answered. */
	public static PrimitiveDescriptor rectifierGradient(float ceiling, PrimitiveDescriptor forward, Description data) {
		var task = new dnnl_eltwise_desc_t();
		OneDnn.check(dnnl.dnnl_eltwise_backward_desc_init(task, rectifierOf(ceiling), data.handle(), data.handle(), 0,
				bound(ceiling)));
		return of(task, Epilogue.NONE, forward);
	}

	private static int rectifierOf(float ceiling) {
		return Float.isFinite(ceiling) ? dnnl.dnnl_eltwise_clip_v2_use_dst_for_bwd
				: dnnl.dnnl_eltwise_relu_use_dst_for_bwd;
	}

	private static float bound(float ceiling) {
		return Float.isFinite(ceiling) ? ceiling : 0;
	}

	/** Matrix product: {@code [rows, in]} by the transpose of {@code [out, in]}. */
	public static PrimitiveDescriptor product(Description source, Description weights, boolean biased,
			Description destination, Epilogue epilogue) {
		var task = new dnnl_inner_product_desc_t();
		Description bias = biased ? Description.vector(destination.dim(1)) : null;
		OneDnn.check(dnnl.dnnl_inner_product_forward_desc_init(task, dnnl.dnnl_forward_inference, source.handle(),
				weights.handle(), bias == null ? null : bias.handle(), destination.handle()));
		return of(task, epilogue, null);
	}

	/** The gradient of {@link #product} with respect to its source. */
	public static PrimitiveDescriptor productGradient(PrimitiveDescriptor forward, Description sourceGradient,
			Description weights, Description destinationGradient) {
		var task = new dnnl_inner_product_desc_t();
		OneDnn.check(dnnl.dnnl_inner_product_backward_data_desc_init(task, sourceGradient.handle(), weights.handle(),
				destinationGradient.handle()));
		return of(task, Epilogue.NONE, forward);
	}

	/** Arrays one after the other along the channels. */
	public static PrimitiveDescriptor concatenation(List<Description> sources, Description destination) {
		var handle = new dnnl_primitive_desc();
		try (var parts = new dnnl_memory_desc_t(sources.size())) {
			for (int i = 0; i < sources.size(); i++) {
				parts.position(i).put(sources.get(i).handle());
			}
			dnnl_primitive_attr attributes = Epilogue.NONE.attributes();
			try {
				OneDnn.check(dnnl.dnnl_concat_primitive_desc_create(handle, destination.handle(), sources.size(), 1,
						parts.position(0), attributes, OneDnn.engine()));
			} finally {
				dnnl.dnnl_primitive_attr_destroy(attributes);
			}
		}
		return new PrimitiveDescriptor(handle);
	}

	/** A copy in another order. */
	public static PrimitiveDescriptor reorder(Description from, Description to) {
		var handle = new dnnl_primitive_desc();
		dnnl_primitive_attr attributes = Epilogue.NONE.attributes();
		try {
			OneDnn.check(dnnl.dnnl_reorder_primitive_desc_create(handle, from.handle(), OneDnn.engine(), to.handle(),
					OneDnn.engine(), attributes));
		} finally {
			dnnl.dnnl_primitive_attr_destroy(attributes);
		}
		return new PrimitiveDescriptor(handle);
	}

	/** The sum of several arrays of the same order. */
	public static PrimitiveDescriptor sum(Description data, int count) {
		var handle = new dnnl_primitive_desc();
		float[] scales = new float[count];
		Arrays.fill(scales, 1);
		try (var parts = new dnnl_memory_desc_t(count)) {
			for (int i = 0; i < count; i++) {
				parts.position(i).put(data.handle());
			}
			dnnl_primitive_attr attributes = Epilogue.NONE.attributes();
			try {
				OneDnn.check(dnnl.dnnl_sum_primitive_desc_create(handle, data.handle(), count, scales, parts.position(0),
						attributes, OneDnn.engine()));
			} finally {
				dnnl.dnnl_primitive_attr_destroy(attributes);
			}
		}
		return new PrimitiveDescriptor(handle);
	}

	/** The order in which this kernel wants the weights. */
	public Description weights() {
		return query(dnnl.dnnl_query_weights_md).orElseThrow();
	}

	/** What the forward kernel keeps for the gradient, if anything. */
	public Optional<Description> workspace() {
		return query(dnnl.dnnl_query_workspace_md);
	}

	/**
	 * This, if the library found more than its plain reference code, which takes a hundred times as long.
	 *
	 * @throws UnsupportedOperationException if it did not; this is closed then
	 */
	public PrimitiveDescriptor worthwhile() {
		String name = kernelName();
		if (name.contains("ref")) {
			close();
			throw new UnsupportedOperationException("oneDNN has only " + name + " for this");
		}
		return this;
	}

	/** What the library calls the kernel that it found. */
	public String kernelName() {
		try (var name = new PointerPointer<BytePointer>(1)) {
			OneDnn.check(dnnl.dnnl_primitive_desc_query(handle, dnnl.dnnl_query_impl_info_str, 0, name));
			return new BytePointer(name.get(0)).getString();
		}
	}

	private Optional<Description> query(int what) {
		dnnl_memory_desc_t found = dnnl.dnnl_primitive_desc_query_md(handle, what, 0);
		return found == null || found.isNull() || found.ndims() == 0 ? Optional.empty()
				: Optional.of(new Description(new dnnl_memory_desc_t(found)));
	}

	/** Makes it ready to run on these arrays. */
	public Primitive prepare(Map<Argument, NativeMemory> arguments) {
		Map<Integer, NativeMemory> numbered = new LinkedHashMap<>();
		arguments.forEach((argument, memory) -> numbered.put(argument.number(), memory));
		return new Primitive(handle, numbered, query(dnnl.dnnl_query_scratchpad_md).map(Scratchpad::new));
	}

	@Override
	public void close() {
		if (!handle.isNull()) {
			dnnl.dnnl_primitive_desc_destroy(handle);
			handle.setNull();
		}
	}
}
