// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.mixture;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.image.ImageFolder;
import org.starfish.core.jobs.CoreJob;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.mixture.GroupResponse;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.network.Layer;

/** Shows images to a network. */
final class RankingJob extends CoreJob {
	/**
	 * What is to be shown to which layers.
	 *
	 * @param images files and folders, at least one
	 * @param background others to compare with; may be none
	 */
	record Request(Path model, List<Layer> layers, List<Path> images, List<Path> background) {
	}

	/** What the layers answered. */
	record Answer(Request request, GroupResponse images, Optional<GroupResponse> background) {
	}

	/** Told on the job's thread. */
	interface Listener {
		/** Some images have been looked at. */
		void advanced(Request request, String task, double fraction);

		/** All images have been looked at. */
		void answered(Answer answer);

		/** It cannot be done; the sentence says why. */
		void failed(Request request, String sentence);
	}

	private final Request request;
	private final Listener listener;

	RankingJob(Object owner, Request request, Listener listener) {
		super(NLS.bind(Messages.RankingJob_name, request.model().getFileName()), owner);
		this.request = request;
		this.listener = listener;
	}

	@Override
	protected void work(Progress progress) throws StarfishException {
		try (OpenNetwork network = SharedNetworks.get().open(request.model(), progress)) {
			List<Path> images = ImageFolder.expand(request.images());
			List<Path> others = request.background().isEmpty() ? List.of() : ImageFolder.expand(request.background());
			double share = (double) images.size() / (images.size() + others.size());
			GroupResponse group = GroupResponse.of(network.model(), request.layers(), images,
					NLS.bind(Messages.RankingJob_images, images.size()), part(progress, 0, share));
			Optional<GroupResponse> background = others.isEmpty() ? Optional.empty()
					: Optional.of(GroupResponse.of(network.model(), request.layers(), others,
							NLS.bind(Messages.RankingJob_background, others.size()), part(progress, share, 1)));
			listener.answered(new Answer(request, group, background));
		}
	}

	private Progress part(Progress whole, double from, double to) {
		return (task, fraction) -> {
			double all = from + (to - from) * fraction;
			whole.report(task, all);
			listener.advanced(request, task, all);
		};
	}

	@Override
	protected void failed(String sentence) {
		listener.failed(request, sentence);
	}
}
