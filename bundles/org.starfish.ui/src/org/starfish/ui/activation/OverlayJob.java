// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.starfish.core.Progress;
import org.starfish.core.activation.Coloring;
import org.starfish.core.activation.LayerActivation;
import org.starfish.core.activation.Overlay;
import org.starfish.core.activation.PreparedInput;
import org.starfish.core.image.RgbImage;
import org.starfish.core.jobs.CoreJob;

/** Draws channels over the picture that they answer to, the newest request only. */
final class OverlayJob extends CoreJob {
	/**
	 * What to draw.
	 *
	 * @param width of the drawing in pixels
	 * @param height of the drawing in pixels
	 */
	record Request(PreparedInput input, LayerActivation activation, int channel, Coloring coloring, int width,
			int height) {
	}

	/**
	 * What was drawn.
	 *
	 * @param picture the picture alone
	 * @param overlay the channel over it
	 */
	record Drawing(Request request, RgbImage picture, RgbImage overlay) {
	}

	private final Consumer<Drawing> drawn;
	private final AtomicReference<Request> wanted = new AtomicReference<>();
	/** What was used last, for the next channel of the same picture; on the job's thread only. */
	private Request last;
	private Overlay overlay;
	private RgbImage picture;

	/**
	 * @param drawn gets what was drawn, on the job's thread
	 */
	OverlayJob(Object owner, Consumer<Drawing> drawn) {
		super(Messages.OverlayJob_name, owner);
		this.drawn = drawn;
		setSystem(true);
		setPriority(INTERACTIVE);
	}

	/** Draws this instead of whatever was to be drawn. */
	void request(Request request) {
		wanted.set(request);
		schedule();
	}

	@Override
	protected void work(Progress progress) {
		Request request = wanted.get();
		if (request == null) {
			return;
		}
		if (last == null || last.input() != request.input() || last.width() != request.width()
				|| last.height() != request.height()) {
			overlay = Overlay.of(request.input(), request.width(), request.height());
			picture = overlay.picture();
			last = request;
		}
		progress.report("", 0.5);
		// A value without a place is nothing to be seen in the picture.
		RgbImage drawing = request.activation().positions() == 1 ? picture
				: overlay.draw(request.activation(), request.channel(), request.coloring());
		if (wanted.compareAndSet(request, null)) {
			drawn.accept(new Drawing(request, picture, drawing));
		} else if (wanted.get() != null) {
			throw new CancellationException("replaced");
		}
	}

	@Override
	protected void failed(String sentence) {
		// Only a defect ends here, which is logged; the picture stays as it was.
	}
}
