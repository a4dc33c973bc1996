// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.part.ResourceTransfer;
import org.starfish.ui.model.LayerElement;
import org.starfish.ui.model.UnitElement;

/** Takes what is dropped on the page: pictures, as files or as such, and layers of its model. */
final class PictureDrop extends DropTargetAdapter {
	private final ModelSession session;

	private PictureDrop(ModelSession session) {
		this.session = session;
	}

	/** Lets things be dropped on a control, which ends with it. */
	static void on(Control control, ModelSession session) {
		var target = new DropTarget(control, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
		target.setTransfer(LocalSelectionTransfer.getTransfer(), ResourceTransfer.getInstance(), FileTransfer.getInstance(),
				ImageTransfer.getInstance());
		target.addDropListener(new PictureDrop(session));
	}

	@Override
	public void dragEnter(DropTargetEvent event) {
		dragOperationChanged(event);
	}

	/** Nothing is moved away from where it was. */
	@Override
	public void dragOperationChanged(DropTargetEvent event) {
		event.detail = (event.operations & DND.DROP_COPY) != 0 ? DND.DROP_COPY
				: (event.operations & DND.DROP_LINK) != 0 ? DND.DROP_LINK : DND.DROP_NONE;
	}

	@Override
	public void drop(DropTargetEvent event) {
		if (event.data instanceof ImageData data) {
			session.show(ShownPicture.of(Pixels.image(data), Messages.PictureChooser_dropped));
		} else if (event.data instanceof String[] files) {
			show(Stream.of(files).map(Path::of));
		} else if (event.data instanceof IResource[] resources) {
			show(Stream.of(resources).map(IResource::getLocation).map(IPath::toPath));
		} else if (LocalSelectionTransfer.getTransfer().getSelection() instanceof IStructuredSelection selection) {
			if (!showLayer(selection)) {
				show(Stream.of(selection.toArray()).map(element -> Adapters.adapt(element, IFile.class))
						.filter(file -> file != null && file.getLocation() != null)
						.map(file -> file.getLocation().toPath()));
			}
		}
	}

	/** Those of other models are not for this editor. */
	private boolean showLayer(IStructuredSelection selection) {
		Object element = selection.getFirstElement();
		LayerElement layer = Adapters.adapt(element, LayerElement.class);
		if (layer == null) {
			return false;
		}
		if (session.isModel(layer.model().path())) {
			UnitElement unit = Adapters.adapt(element, UnitElement.class);
			if (unit == null) {
				session.showLayer(layer.name());
			} else {
				session.showUnit(unit.address());
			}
		}
		return true;
	}

	/** The first of several; the others of its folder are one key away. */
	private void show(Stream<Path> files) {
		files.findFirst().map(ShownPicture::of).ifPresent(session::show);
	}
}
