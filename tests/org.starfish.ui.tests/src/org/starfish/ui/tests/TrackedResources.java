// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.graphics.DeviceData;
import org.eclipse.swt.graphics.Resource;
import org.eclipse.swt.widgets.Display;

/**
 * The SWT resources that are in use, as the display keeps track of them when {@code debug.options} asks it to: images,
 * fonts, regions and the like, each with the stack that made it.
 */
final class TrackedResources {
	private static final String OURS = "org.starfish.";

	private TrackedResources() {
	}

	/** Those in use that were made by a class of ours, in words. */
	static List<String> ofOurs(Display display) {
		DeviceData data = display.getDeviceData();
		if (!data.tracking) {
			throw new IllegalStateException("the display keeps no track of its resources; see debug.options");
		}
		var found = new ArrayList<String>();
		for (int i = 0; i < data.objects.length; i++) {
			if (data.objects[i] instanceof Resource resource && !resource.isDisposed() && isOurs(data.errors[i])) {
				found.add(resource + " made by " + Stream.of(data.errors[i].getStackTrace()).limit(12)
						.map(frame -> "\n\tat " + frame).reduce("", String::concat));
			}
		}
		return found;
	}

	/**
	 * Whether the nearest caller beyond SWT and the resource managers of JFace is ours. Not the icons of bundles: JFace
	 * keeps those that were used last.
	 */
	private static boolean isOurs(Error made) {
		if (Stream.of(made.getStackTrace()).anyMatch(frame -> frame.getClassName().endsWith(".LazyResourceManager"))
				&& Stream.of(made.getStackTrace()).anyMatch(frame -> frame.getClassName().endsWith(".URLImageDescriptor"))) {
			return false;
		}
		return Stream.of(made.getStackTrace()).map(StackTraceElement::getClassName)
				.filter(name -> !name.startsWith("org.eclipse.swt.graphics.")
						&& !name.startsWith("org.eclipse.jface.resource.")
						&& !name.startsWith("java."))
				.findFirst().filter(name -> name.startsWith(OURS)).isPresent();
	}
}
