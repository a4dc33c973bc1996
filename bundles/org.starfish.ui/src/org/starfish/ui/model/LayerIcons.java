// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.Locale;

import org.eclipse.jface.resource.DeviceResourceManager;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.starfish.core.model.LayerFacts;

/** The icons of layers and what belongs to them, for as long as a control shows them. */
public final class LayerIcons {
	private static final String BUNDLE = "org.starfish.ui";

	private final ResourceManager images;

	/**
	 * @param owner the images are disposed with it, which those of JFace's own manager are not at once
	 */
	public LayerIcons(Control owner) {
		images = new DeviceResourceManager(owner.getDisplay());
		owner.addDisposeListener(event -> images.dispose());
	}

	/** Of a layer, by its family; one that is delegated is marked. */
	public Image layer(LayerFacts layer) {
		ImageDescriptor icon = descriptor("layers/" + layer.family().name().toLowerCase(Locale.ROOT));
		return images.get(layer.library().isEmpty() ? icon
				: new DecorationOverlayIcon(images.get(icon), descriptor("layers/delegated"), IDecoration.BOTTOM_RIGHT));
	}

	/** Of layers that are grouped. */
	public Image group() {
		return image("layers/group");
	}

	/** Of a channel. */
	public Image channel() {
		return image("layers/channel");
	}

	/** Of several channels. */
	public Image channels() {
		return image("layers/channels");
	}

	/** Of a model. */
	public Image model() {
		return image("model");
	}

	private Image image(String name) {
		return images.get(descriptor(name));
	}

	private static ImageDescriptor descriptor(String name) {
		return ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".svg").orElseThrow();
	}
}
