// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.core.preprocessing.Sidecar;

/** A network that one or several users have open, and its loading. */
final class SharedNetwork {
	/** How long, in milliseconds, a user who waits for another one's loading goes unasked whether to give up. */
	private static final long PATIENCE = 50;

	private final OpenNetworks owner;
	private final FileVersion version;
	/** How many hold it; guarded by the owner. */
	int users;
	/** Read without a lock, which others may hold while they read or write the sidecar. */
	private volatile Optional<Model> model = Optional.empty();
	/** Of the sidecar that the model's preprocessing comes from; empty if there was none. */
	private Optional<FileVersion> sidecar = Optional.empty();
	private boolean loading;
	private String task = "";
	private double fraction;

	SharedNetwork(OpenNetworks owner, FileVersion version) {
		this.owner = owner;
		this.version = version;
	}

	FileVersion version() {
		return version;
	}

	Path file() {
		return version.path();
	}

	boolean isLoaded() {
		return model.isPresent();
	}

	Model model() {
		return model.orElseThrow();
	}

	/** Loads the network, unless somebody has or does. If that other one gives up, this one goes on in his place. */
	void load(Progress progress) throws StarfishException {
		while (!isMineToLoad()) {
			String told;
			double reached;
			synchronized (this) {
				if (model.isPresent()) {
					followSidecar();
					return;
				}
				told = task;
				reached = fraction;
			}
			progress.report(told, reached);
		}
		boolean loaded = false;
		try {
			String name = file().getFileName().toString();
			owner.limit().require(version.size(), name, "close other models");
			Optional<FileVersion> beside = sidecarVersion();
			Model read = Model.read(new ModelFile(file().toString(), file()), owner.importers(), Optional.empty(),
					Optional.empty(), (what, share) -> {
						synchronized (this) {
							task = what;
							fraction = share;
							notifyAll();
						}
						progress.report(what, share);
					});
			synchronized (this) {
				model = Optional.of(read);
				sidecar = beside;
			}
			loaded = true;
		} finally {
			synchronized (this) {
				loading = false;
				notifyAll();
			}
		}
		if (loaded) {
			owner.tell(file());
		}
	}

	/** Waits for whoever loads it; true if nobody does and it is not loaded, and then this thread has to. */
	private synchronized boolean isMineToLoad() {
		if (loading) {
			try {
				wait(PATIENCE);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new CancellationException("interrupted");
			}
		}
		if (loading || model.isPresent()) {
			return false;
		}
		loading = true;
		return true;
	}

	/** Takes over what somebody else wrote beside the model since it was loaded. */
	private void followSidecar() throws StarfishException {
		Optional<FileVersion> now = sidecarVersion();
		if (!now.equals(sidecar)) {
			model = Optional.of(Model.of(model().file(), model().network()));
			sidecar = now;
		}
	}

	/** Takes another preprocessing, and stores it beside the model. */
	void store(Preprocessing preprocessing, String reason) throws StarfishException {
		synchronized (this) {
			Optional<Path> labels = Sidecar.beside(file()).flatMap(Sidecar::labels);
			new Sidecar(Optional.of(preprocessing), Optional.of(reason), labels).store(file());
			model = Optional.of(Model.of(model().file(), model().network()));
			sidecar = sidecarVersion();
		}
		owner.tell(file());
	}

	private Optional<FileVersion> sidecarVersion() throws StarfishException {
		Path beside = Sidecar.file(file());
		return Files.exists(beside) ? Optional.of(FileVersion.of(beside)) : Optional.empty();
	}
}
