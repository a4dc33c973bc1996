// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.ILog;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.importing.ModelImporter;
import org.starfish.core.network.Network;

/** One contribution, whose class is loaded only when a file is shown to it. One that is broken recognizes no file. */
final class ContributedImporter implements ModelImporter {
	private final IConfigurationElement element;
	private ModelImporter created;

	ContributedImporter(IConfigurationElement element) {
		this.element = element;
	}

	/** The identifier of a contribution; empty if it has none. */
	static String id(IConfigurationElement element) {
		return Objects.requireNonNullElse(element.getAttribute("id"), "");
	}

	@Override
	public String format() {
		return Objects.requireNonNullElse(element.getAttribute("format"), id(element));
	}

	@Override
	public boolean matches(Path file, byte[] head) throws IOException {
		try {
			return importer().matches(file, head);
		} catch (CoreException | RuntimeException | LinkageError e) {
			// Somebody else's defect must not keep files of other formats from being opened.
			ILog.of(ContributedImporter.class).error("The model importer '%s' of the bundle %s is broken.".formatted(
					id(element), element.getContributor().getName()), e);
			return false;
		}
	}

	@Override
	public Network read(Path file, Progress progress) throws StarfishException, IOException {
		try {
			return importer().read(file, progress);
		} catch (CoreException e) {
			throw new IllegalStateException("it has matched, so it was created", e);
		}
	}

	private synchronized ModelImporter importer() throws CoreException {
		if (created == null) {
			created = (ModelImporter) element.createExecutableExtension("class");
		}
		return created;
	}
}
