// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.Optional;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** A text field that is checked as it is typed. What is wrong stands beside it as a mark, and is returned as a sentence. */
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
