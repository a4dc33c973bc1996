// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.image.ImageReader;
import org.starfish.core.jobs.CoreJob;
import org.starfish.core.synthesis.recipe.RecipeReferences;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.activation.PictureChooser;

/** Asks for the image that an ascent starts from; it is read in a job as it is typed. */
final class StartField {
	private static final int WIDTH = 320;
	/** Milliseconds without another key before a file is looked for. */
	private static final int PAUSE = 150;

	private final Choices choices;
	private final Runnable changed;
	private final Text text;
	private final Label note;
	private boolean reading;
	private Optional<String> trouble = Optional.empty();

	/**
	 * @param parent a grid of two columns, the first of which is for labels
	 * @param changed told when it is known whether the image can be read
	 */
	StartField(Composite parent, Choices choices, Runnable changed) {
		this.choices = choices;
		this.changed = changed;
		new Label(parent, SWT.NONE).setText(Messages.StartField_label);
		var row = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).applyTo(row);
		text = new Text(row, SWT.BORDER | SWT.SINGLE);
		text.setMessage(Messages.StartField_noise);
		GridDataFactory.swtDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(text);
		var browse = new Button(row, SWT.PUSH);
		browse.setText(Messages.StartField_browse);
		browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(
				event -> new PictureChooser(text.getShell()).fromWorkspace().ifPresent(this::show)));
		note = new Label(row, SWT.WRAP);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(note);
		text.addModifyListener(event -> read());
		text.addDisposeListener(event -> Job.getJobManager().cancel(this));
		refresh();
	}

	/** Chooses an image. */
	void show(Path image) {
		text.setText(shown(image));
	}

	/** As a path in the workspace if it is there. */
	private static String shown(Path path) {
		IFile[] files = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(path.toUri());
		return files.length == 0 ? path.toString() : files[0].getFullPath().makeRelative().toString();
	}

	private void read() {
		Job.getJobManager().cancel(this);
		choices.start(Optional.empty());
		trouble = Optional.empty();
		reading = false;
		String typed = text.getText().strip();
		if (!typed.isEmpty()) {
			IResource inWorkspace = ResourcesPlugin.getWorkspace().getRoot().findMember(IPath.fromPortableString(typed));
			try {
				Path file = inWorkspace != null && inWorkspace.getLocation() != null ? inWorkspace.getLocation().toPath()
						: Path.of(typed);
				reading = true;
				new Reading(typed, file).schedule(PAUSE);
			} catch (InvalidPathException e) {
				trouble = Optional.of(NLS.bind(Messages.StartField_noPath, typed));
			}
		}
		refresh();
		changed.run();
	}

	private void refresh() {
		note.setText(trouble.orElse(""));
		note.setForeground(trouble.isPresent() ? JFaceColors.getErrorText(note.getDisplay()) : GridColors.muted(note));
		note.getParent().layout(true);
	}

	/** What is still to be waited for, in one sentence. */
	Optional<String> missing() {
		return reading ? Optional.of(Messages.StartField_reading) : Optional.empty();
	}

	/** What is wrong, in one sentence. */
	Optional<String> wrong() {
		return trouble;
	}

	/** Reads the image. */
	private final class Reading extends CoreJob {
		private final Display display = text.getDisplay();
		private final String typed;
		private final Path file;

		Reading(String typed, Path file) {
			super(NLS.bind(Messages.StartField_job, file.getFileName()), StartField.this);
			this.typed = typed;
			this.file = file;
			setSystem(true);
		}

		@Override
		protected void work(Progress progress) throws StarfishException {
			var image = new StartImage(file, RecipeReferences.to(file, file).sha256(), ImageReader.read(file));
			later(() -> choices.start(Optional.of(image)));
		}

		@Override
		protected void failed(String sentence) {
			later(() -> trouble = Optional.of(sentence));
		}

		private void later(Runnable work) {
			if (!display.isDisposed()) {
				display.asyncExec(() -> {
					if (!text.isDisposed() && text.getText().strip().equals(typed)) {
						reading = false;
						work.run();
						refresh();
						changed.run();
					}
				});
			}
		}
	}
}
