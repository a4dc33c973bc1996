// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.Optional;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.starfish.ui.activation.GridColors;

/**
 * A text field that is checked as it is typed. What is wrong stands beside it, as a mark and in place of the hint if there is one, and
 * is returned as a sentence.
 */
final class CheckedField {
	/** Looks at what was typed, and takes it if it is right. */
	@FunctionalInterface
	interface Check {
		/** What is wrong, in one sentence; empty if nothing is. */
		Optional<String> check(String typed);
	}

	private final Text text;
	private final ControlDecoration mark;
	private final Check check;
	private Optional<String> wrong = Optional.empty();
	private boolean checked = true;
	private Optional<Label> note = Optional.empty();
	private String hint = "";

	/**
	 * @param changed told after each check
	 */
	CheckedField(Composite parent, Check check, Runnable changed) {
		this.check = check;
		text = new Text(parent, SWT.BORDER | SWT.SINGLE);
		mark = new ControlDecoration(text, SWT.LEFT | SWT.TOP);
		mark.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR).getImage());
		mark.hide();
		text.addModifyListener(event -> {
			checkAgain();
			changed.run();
		});
	}

	Text text() {
		return text;
	}

	/** Checks what is there, since something else has changed that it depends on. */
	void checkAgain() {
		wrong = checked ? check.check(text.getText()) : Optional.empty();
		wrong.ifPresentOrElse(sentence -> {
			mark.setDescriptionText(sentence);
			mark.show();
		}, mark::hide);
		showNote();
	}

	/** Shows a hint in a label beside the field, or what is wrong. */
	void note(Label label, String text) {
		note = Optional.of(label);
		hint = text;
		showNote();
	}

	private void showNote() {
		note.ifPresent(label -> {
			label.setText(wrong.orElse(hint));
			label.setForeground(wrong.isPresent() ? JFaceColors.getErrorText(label.getDisplay()) : GridColors.muted(label));
		});
	}

	/** Whether it matters what is in it; nothing is wrong with a field that is not asked for. */
	void setChecked(boolean matters) {
		if (checked != matters) {
			checked = matters;
			checkAgain();
		}
	}

	/** What is wrong with it, in one sentence. */
	Optional<String> wrong() {
		return wrong;
	}
}
