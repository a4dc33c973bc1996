// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.model;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;

import org.starfish.core.MemoryLimit;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.importing.ModelImporters;

/**
 * The networks that are open. One that is opened twice is loaded once; when the last of its users closes it, its memory
 * is freed. A file that has changed since is another one. For use by many threads.
 */
public final class OpenNetworks {
	/** Told what becomes of the networks, on the thread that did it. */
	@FunctionalInterface
	public interface Listener {
		/**
		 * A network was opened for the first time, closed by its last user, or got another preprocessing.
		 *
		 * @param file the real path of the model
		 */
		void changed(Path file);
	}

	private final ModelImporters importers;
	private final MemoryLimit limit;
	private final PlanCache plans;
	private final Map<FileVersion, SharedNetwork> networks = new HashMap<>();
	private final List<Listener> listeners = new CopyOnWriteArrayList<>();

	/**
	 * @param importers that may know a file's format
	 * @param limit how much memory there is
	 */
	public OpenNetworks(ModelImporters importers, MemoryLimit limit) {
		this.importers = importers;
		this.limit = limit;
		this.plans = new PlanCache(limit);
	}

	/**
	 * Opens a network, or waits until somebody else has loaded it.
	 *
	 * @param file the model file
	 * @param progress told how far the loading is, also where another thread does it; cancels for this user only
	 * @return a hold on the network, for the caller to close
	 * @throws StarfishException if the file cannot be read, or would not fit into the memory; one sentence
	 */
	public OpenNetwork open(Path file, Progress progress) throws StarfishException {
		var version = FileVersion.of(file);
		SharedNetwork network = retain(version);
		try {
			network.load(progress);
			return new OpenNetwork(this, network);
		} catch (StarfishException | RuntimeException | Error e) {
			release(network);
			throw e;
		}
	}

	/** The real paths of the models that are loaded now, in alphabetical order. */
	public synchronized List<Path> files() {
		return networks.values().stream().filter(SharedNetwork::isLoaded).map(SharedNetwork::file).distinct().sorted()
				.toList();
	}

	/** Adds someone to be told of changes; once more adds nothing. */
	public void addListener(Listener listener) {
		if (!listeners.contains(listener)) {
			listeners.add(listener);
		}
	}

	/** Tells someone no more. */
	public void removeListener(Listener listener) {
		listeners.remove(listener);
	}

	ModelImporters importers() {
		return importers;
	}

	MemoryLimit limit() {
		return limit;
	}

	PlanCache plans() {
		return plans;
	}

	void tell(Path file) {
		listeners.forEach(listener -> listener.changed(file));
	}

	/**
	 * Counts one user more.
	 *
	 * @throws CancellationException if the last user has gone
	 */
	synchronized void retain(SharedNetwork network) {
		if (networks.get(network.version()) != network) {
			throw new CancellationException(network.file().getFileName() + " was closed");
		}
		network.users++;
	}

	/** Counts one user less, and frees the network with the last one. */
	void release(SharedNetwork network) {
		boolean wasLoaded;
		synchronized (this) {
			network.users--;
			if (network.users > 0) {
				return;
			}
			networks.remove(network.version());
			wasLoaded = network.isLoaded();
		}
		plans.free(network);
		if (wasLoaded) {
			tell(network.file());
		}
	}

	private synchronized SharedNetwork retain(FileVersion version) {
		SharedNetwork network = networks.computeIfAbsent(version, key -> new SharedNetwork(this, key));
		network.users++;
		return network;
	}
}
