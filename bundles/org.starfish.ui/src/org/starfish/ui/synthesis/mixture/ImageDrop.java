// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.mixture;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

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
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.part.ResourceTransfer;

/** Takes files and folders that are dropped, out of the workspace or from elsewhere. */
final class ImageDrop extends DropTargetAdapter {
	private final Consumer<List<Path>> taker;

	private ImageDrop(Consumer<List<Path>> taker) {
		this.taker = taker;
	}

	/** Lets files be dropped on a control, which ends with it. */
	static void on(Control control, Consumer<List<Path>> taker) {
		var target = new DropTarget(control, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
		target.setTransfer(new Transfer[] { LocalSelectionTransfer.getTransfer(), ResourceTransfer.getInstance(),
				FileTransfer.getInstance() });
		target.addDropListener(new ImageDrop(taker));
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
		if (event.data instanceof String[] files) {
			taker.accept(Stream.of(files).map(Path::of).toList());
		} else if (event.data instanceof IResource[] resources) {
			taker.accept(paths(Stream.of(resources)));
		} else if (LocalSelectionTransfer.getTransfer().getSelection() instanceof IStructuredSelection selection) {
			taker.accept(paths(Stream.of(selection.toArray()).map(element -> Adapters.adapt(element, IResource.class))));
		}
	}

	private static List<Path> paths(Stream<IResource> resources) {
		return resources.filter(Objects::nonNull).map(IResource::getLocation).filter(Objects::nonNull).map(IPath::toPath)
				.toList();
	}
}
