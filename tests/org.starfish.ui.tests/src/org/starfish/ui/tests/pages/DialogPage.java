// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.pages;

import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;

/** A dialog. A modal one runs an event loop of its own, in which it is driven. */
public final class DialogPage {
	private static final int POLL = 20;
	private static final long LIMIT = 60_000_000_000L;

	private final Shell shell;

	private DialogPage(Shell shell) {
		this.shell = shell;
	}

	/**
	 * Does something that opens a dialog, and works with the dialog once it is there. It is closed in the end, should it
	 * still be open.
	 *
	 * @param title of the dialog
	 * @param opening may return at once, or when the dialog closes
	 * @param work what to do in the dialog
	 */
	public static void during(String title, Runnable opening, Consumer<DialogPage> work) {
		Display display = Display.getCurrent();
		var driver = new Driver(display, title, work);
		display.timerExec(POLL, driver);
		opening.run();
		Ui.until("the dialog '" + title + "'", () -> driver.done);
		if (driver.failure != null) {
			throw new AssertionError("in the dialog '%s': %s".formatted(title, driver.failure.getMessage()), driver.failure);
		}
	}

	/** The window, to look for widgets in it. */
	public Shell shell() {
		return shell;
	}

	/** Presses a button, by its text without mnemonics, as soon as it is enabled. */
	public void press(String text) {
		Button button = button(text);
		Ui.until("the button '%s' to be enabled".formatted(text), button::isEnabled);
		Ui.send(button, SWT.Selection);
	}

	/** Whether a button is enabled. */
	public boolean isEnabled(String text) {
		return button(text).isEnabled();
	}

	/** The first tree. */
	public TreePage tree() {
		return new TreePage(Ui.find(shell, Tree.class, Tree::isVisible));
	}

	/** The first text field that can be written in. */
	public Text field() {
		return Ui.find(shell, Text.class, text -> text.getEditable() && text.isVisible());
	}

	/** Whether some label or message shows a text. */
	public boolean shows(String text) {
		return !Ui.all(shell, Label.class, label -> label.getText().contains(text)).isEmpty()
				|| !Ui.all(shell, Text.class, label -> label.getText().contains(text)).isEmpty();
	}

	private Button button(String text) {
		return Ui.find(shell, Button.class,
				button -> button.isVisible() && button.getText().replace("&", "").equals(text));
	}

	private static final class Driver implements Runnable {
		private final Display display;
		private final String title;
		private final Consumer<DialogPage> work;
		private final long end = System.nanoTime() + LIMIT;
		private Throwable failure;
		private boolean opened;
		private boolean done;

		Driver(Display display, String title, Consumer<DialogPage> work) {
			this.display = display;
			this.title = title;
			this.work = work;
		}

		@Override
		public void run() {
			Shell shell = Stream.of(display.getShells())
					.filter(candidate -> candidate.isVisible() && candidate.getText().equals(title)).findFirst().orElse(null);
			if (shell == null && System.nanoTime() < end) {
				display.timerExec(POLL, this);
				return;
			}
			if (shell != null && !opened) {
				// While it is still opening, it may have put off a part of that, such as to select what was selected last.
				opened = true;
				display.asyncExec(this);
				return;
			}
			try {
				if (shell == null) {
					throw new AssertionError("it did not open; open are "
							+ Stream.of(display.getShells()).filter(Shell::isVisible).map(Shell::getText).toList());
				}
				work.accept(new DialogPage(shell));
			} catch (RuntimeException | AssertionError e) {
				// The event loop would only log it.
				failure = e;
				closeDialogs();
			} finally {
				if (shell != null && !shell.isDisposed()) {
					shell.close();
				}
				done = true;
			}
		}

		/** So that whoever waits for a dialog goes on. */
		private void closeDialogs() {
			for (Shell open : display.getShells()) {
				if (!open.isDisposed() && open.getParent() != null) {
					open.close();
				}
			}
		}
	}
}
