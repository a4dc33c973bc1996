// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.registry;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.starfish.core.importing.ModelImporter;
import org.starfish.core.importing.ModelImporters;

/**
 * The importers that bundles contribute to the extension point {@value #POINT}, those of the core among them. Needs a
 * running Eclipse; elsewhere {@link ModelImporters#builtIn} is all there is.
 */
public final class ContributedImporters {
	/** The extension point. */
	public static final String POINT = "org.starfish.core.modelImporter";
	private static final String OWN = "org.starfish.core.";

	private ContributedImporters() {
	}

	/** All of them: the core's own are asked first, then the others in the order of their identifiers. */
	public static ModelImporters all() {
		return all(RegistryFactory.getRegistry());
	}

	private static ModelImporters all(IExtensionRegistry registry) {
		Comparator<IConfigurationElement> ownFirst = Comparator.comparing(element -> !isOwn(element));
		// The order among the core's own is that of its plugin.xml.
		List<ModelImporter> importers = Stream.of(registry.getConfigurationElementsFor(POINT))
				.sorted(ownFirst.thenComparing(element -> isOwn(element) ? "" : ContributedImporter.id(element)))
				.<ModelImporter>map(ContributedImporter::new).toList();
		return new ModelImporters(importers);
	}

	private static boolean isOwn(IConfigurationElement element) {
		return ContributedImporter.id(element).startsWith(OWN);
	}
}
