// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.starfish.core.ResultFile;
import org.starfish.core.StarfishException;
import org.starfish.core.activation.ActivationExport;
import org.starfish.core.activation.TileGrid;
import org.starfish.core.image.RgbImage;
import org.starfish.core.jobs.WriteJob;

/** Takes what a grid shows elsewhere: into files, which are written in a job, and to the clipboard. */
final class Export {
	/** Writes what a grid shows. */
	@FunctionalInterface
	private interface Writer {
		void write(GridState state, ResultFile file) throws StarfishException;
	}

	/** The kinds of files that can be written. */
	enum Kind {
		GRID(Messages.Export_grid, "png", (state, file) -> ActivationExport.writeGrid(state.activation(),
				state.look().coloring(), state.order(), file)),
		CHANNEL(Messages.Export_channel, "png", (state, file) -> ActivationExport.writeTile(state.activation(),
				state.selected(), state.look().coloring(), file)),
		TENSOR(Messages.Export_tensor, "npy", (state, file) -> ActivationExport.writeTensor(state.activation(), file)),
		TABLE(Messages.Export_table, "csv", (state, file) -> ActivationExport.writeTable(state.activation(), file));

		private final String text;
		private final String extension;
		private final Writer writer;

		Kind(String text, String extension, Writer writer) {
			this.text = text;
			this.extension = extension;
			this.writer = writer;
		}
	}

	private final ModelSession session;
	private final ModelMemory memory;
	private final Consumer<String> done;
	private final Consumer<String> failed;

	/**
	 * @param done gets the sentence that says what was written, on the UI thread
	 * @param failed gets the sentence that says why not, on the UI thread
	 */
	Export(ModelSession session, ModelMemory memory, Consumer<String> done, Consumer<String> failed) {
		this.session = session;
		this.memory = memory;
		this.done = done;
		this.failed = failed;
	}

	/** Opens a menu of all that can be done, below a control. */
	void open(Control below, GridState state) {
		Menu menu = new Menu(below);
		fill(menu, below, state);
		menu.setLocation(below.toDisplay(0, below.getSize().y));
		// Its items are told what was chosen after it has been hidden.
		menu.addListener(SWT.Hide, event -> below.getDisplay().asyncExec(menu::dispose));
		menu.setVisible(true);
	}

	/** Adds all that can be done to a menu. */
	void fill(Menu menu, Control below, GridState state) {
		for (Kind kind : Kind.values()) {
			item(menu, kind.text, () -> ask(below, kind, state));
		}
		new MenuItem(menu, SWT.SEPARATOR);
		item(menu, Messages.Export_copyGrid, () -> copy(below, TileGrid.draw(state.activation(), state.look().coloring(), state.order()), ""));
		item(menu, Messages.Export_copyChannel, () -> copyChannel(below, state));
		item(menu, Messages.Export_copyAddress, () -> copyAddress(below));
	}

	static void item(Menu menu, String text, Runnable action) {
		MenuItem item = new MenuItem(menu, SWT.PUSH);
		item.setText(text);
		item.addListener(SWT.Selection, event -> action.run());
	}

	private void ask(Control control, Kind kind, GridState state) {
		if (kind == Kind.GRID && state.count() == 0) {
			failed.accept(Messages.Export_nothing);
			return;
		}
		var dialog = new FileDialog(control.getShell(), SWT.SAVE);
		dialog.setOverwrite(true);
		dialog.setText(kind.text.replace("&", ""));
		dialog.setFilterExtensions(new String[] { "*." + kind.extension });
		dialog.setFilterPath(memory.exportFolder().or(() -> Optional.ofNullable(session.file().getParent()))
				.map(Path::toString).orElse(null));
		dialog.setFileName(name(kind, state));
		Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(path -> write(control, kind, state, path));
	}

	/** As in {@code googlenet-inception_4c_output-217.png}. */
	private String name(Kind kind, GridState state) {
		String layer = session.file().getFileName().toString().replaceFirst("\\.[^.]*$", "") + '-'
				+ state.activation().layer().replaceAll("[^A-Za-z0-9_.-]+", "_");
		return layer + (kind == Kind.CHANNEL ? "-" + state.selected() : "") + '.' + kind.extension;
	}

	/** Writes a file in a job; the user has agreed if it replaces another one. */
	void write(Control control, Kind kind, GridState state, Path path) {
		Optional.ofNullable(path.toAbsolutePath().getParent()).ifPresent(memory::rememberExportFolder);
		new WriteJob(NLS.bind(Messages.Export_name, path.getFileName()), session.owner(), () -> {
			kind.writer.write(state, ResultFile.at(path, true));
			refresh(path);
		}, () -> later(control, done, NLS.bind(Messages.Export_done, path)), sentence -> later(control, failed, sentence)).schedule();
	}

	private static void later(Control control, Consumer<String> consumer, String sentence) {
		if (!control.isDisposed()) {
			control.getDisplay().asyncExec(() -> {
				if (!control.isDisposed()) {
					consumer.accept(sentence);
				}
			});
		}
	}

	/** What lies in the workspace appears there at once. */
	private static void refresh(Path path) {
		for (IFile file : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(path.toUri())) {
			try {
				file.refreshLocal(IResource.DEPTH_ZERO, null);
			} catch (CoreException e) {
				ILog.get().log(e.getStatus());
			}
		}
	}

	/** Copies the selected channel: its picture, and its address for where no picture can be pasted. */
	void copyChannel(Control control, GridState state) {
		copy(control, ActivationExport.tile(state.activation(), state.selected(), state.look().coloring()), address());
	}

	/** Copies how the selected unit is written. */
	void copyAddress(Control control) {
		var clipboard = new Clipboard(control.getDisplay());
		clipboard.setContents(new Object[] { address() }, new Transfer[] { TextTransfer.getInstance() });
		clipboard.dispose();
		done.accept(NLS.bind(Messages.Export_copied, address()));
	}

	private String address() {
		return session.unit().map(Object::toString).orElse("");
	}

	private void copy(Control control, RgbImage image, String text) {
		var clipboard = new Clipboard(control.getDisplay());
		if (text.isEmpty()) {
			clipboard.setContents(new Object[] { Pixels.data(image) }, new Transfer[] { ImageTransfer.getInstance() });
		} else {
			clipboard.setContents(new Object[] { Pixels.data(image), text },
					new Transfer[] { ImageTransfer.getInstance(), TextTransfer.getInstance() });
		}
		clipboard.dispose();
		done.accept(NLS.bind(Messages.Export_copied, text.isEmpty() ? Messages.Export_theGrid : text));
	}
}
