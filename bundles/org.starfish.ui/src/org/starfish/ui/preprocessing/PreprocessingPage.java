// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.preprocessing;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.operation.ModalContext;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;
import org.starfish.core.StarfishException;
import org.starfish.core.jobs.WriteJob;
import org.starfish.core.model.Model;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.network.Shape;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.core.preprocessing.PreprocessingGuess;
import org.starfish.core.preprocessing.Sidecar;
import org.starfish.ui.activation.EditorPage;
import org.starfish.ui.activation.ModelSession;

/**
 * Shows how pictures become input, and why that is assumed. What the user changes is tried at once with the current
 * picture, on all pages; saving the editor stores it beside the model.
 */
public final class PreprocessingPage implements EditorPage {
	private final ModelSession session;
	private final Runnable dirtyChanged;
	private final OpenNetwork network;
	private final SashForm page;
	private final ScrolledComposite scroller;
	private final Composite left;
	private final Label reason;
	private final Label trouble;
	private final DraftForm form;
	private final Button save;
	private final Button guess;
	private final EffectPanel effect;
	private final DraftHistory history = new DraftHistory();
	private final Step undo;
	private final Step redo;
	private final int channels;
	private Draft draft;
	private Optional<PreprocessingGuess> guessed = Optional.empty();

	/**
	 * @param parent to be filled
	 * @param session with the open model
	 * @param site of the editor
	 * @param dirtyChanged told when there may be something to save, or no more
	 */
	public PreprocessingPage(Composite parent, ModelSession session, IWorkbenchPartSite site, Runnable dirtyChanged) {
		this.session = session;
		this.dirtyChanged = dirtyChanged;
		network = session.network().orElseThrow();
		Shape input = network.network().inputShape();
		channels = DraftForm.channels(input);
		page = new SashForm(parent, SWT.HORIZONTAL);
		scroller = new ScrolledComposite(page, SWT.V_SCROLL);
		scroller.setExpandHorizontal(true);
		scroller.setExpandVertical(true);
		left = new Composite(scroller, SWT.NONE);
		scroller.setContent(left);
		GridLayoutFactory.fillDefaults().margins(12, 12).spacing(8, 6).applyTo(left);
		var resources = new LocalResourceManager(JFaceResources.getResources(), left);
		Label title = label(Messages.PreprocessingPage_title);
		title.setFont(resources.create(FontDescriptor.createFrom(left.getFont()).setStyle(SWT.BOLD)));
		reason = label("");
		form = new DraftForm(left, input, this::changed, history::pause);
		GridDataFactory.fillDefaults().grab(true, false).indent(0, 6).applyTo(form.control());
		trouble = label("");
		trouble.setForeground(JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR));
		var buttons = new Composite(left, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(buttons);
		save = button(buttons, Messages.PreprocessingPage_save, this::store);
		guess = button(buttons, Messages.PreprocessingPage_guess, this::guess);
		effect = new EffectPanel(page, session);
		page.setWeights(11, 9);
		scroller.addListener(SWT.Resize, event -> fit());
		undo = handle(site, IWorkbenchCommandConstants.EDIT_UNDO, history::canUndo, () -> history.undo(draft).ifPresent(this::take));
		redo = handle(site, IWorkbenchCommandConstants.EDIT_REDO, history::canRedo, () -> history.redo(draft).ifPresent(this::take));
		ModelSession.Listener listener = this::changed;
		session.addListener(listener);
		page.addDisposeListener(event -> session.removeListener(listener));
		draft = Draft.of(session.preprocessing().orElseThrow(), channels);
		refresh();
		effect.refresh();
	}

	private Label label(String text) {
		var label = new Label(left, SWT.WRAP);
		label.setText(text);
		GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(label);
		return label;
	}

	private static Button button(Composite parent, String text, Runnable action) {
		var button = new Button(parent, SWT.PUSH);
		button.setText(text);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
		return button;
	}

	/** Handles a command of the workbench while this page is seen. */
	private Step handle(IWorkbenchPartSite site, String command, BooleanSupplier possible, Runnable action) {
		var step = new Step(possible, action);
		IHandlerService handlers = site.getService(IHandlerService.class);
		IHandlerActivation activation = handlers.activateHandler(command, step);
		page.addDisposeListener(event -> handlers.deactivateHandler(activation));
		return step;
	}

	/** A step back or forth. */
	private final class Step extends AbstractHandler {
		private final BooleanSupplier possible;
		private final Runnable action;

		Step(BooleanSupplier possible, Runnable action) {
			this.possible = possible;
			this.action = action;
			refresh();
		}

		@Override
		public Object execute(ExecutionEvent event) {
			action.run();
			return null;
		}

		@Override
		public boolean isHandled() {
			return !page.isDisposed() && page.isVisible();
		}

		void refresh() {
			setBaseEnabled(possible.getAsBoolean());
		}
	}

	@Override
	public Control control() {
		return page;
	}

	@Override
	public void setFocus() {
		form.setFocus();
	}

	/** The user has written something. */
	private void changed(Draft other, Object where) {
		history.changed(draft, where);
		take(other);
	}

	private void take(Draft other) {
		draft = other;
		other.parse().ifPresent(session::use);
		refresh();
		dirtyChanged.run();
	}

	private void changed(ModelSession.Change change) {
		switch (change) {
		case INPUT, STORED -> {
			Preprocessing used = session.preprocessing().orElseThrow();
			if (!draft.parse().equals(Optional.of(used)) && draft.problems().isEmpty()) {
				// Somebody else has stored another one.
				draft = Draft.of(used, channels);
				history.clear();
			}
			refresh();
			effect.refresh();
			dirtyChanged.run();
		}
		case ANSWER, PREDICTIONS -> effect.refresh();
		default -> {
			// Nothing of that is to be seen here.
		}
		}
	}

	private void refresh() {
		form.show(draft);
		Model model = network.model();
		reason.setText(isDirty()
				? draft.parse().flatMap(this::guessReason).map(why -> NLS.bind(Messages.PreprocessingPage_triedGuess, why))
						.orElse(Messages.PreprocessingPage_tried)
				: reasonText(model));
		boolean valid = draft.problems().isEmpty();
		save.setEnabled(valid && (isDirty() || model.preprocessingGuessed()));
		trouble.setText("");
		undo.refresh();
		redo.refresh();
		fit();
	}

	private String reasonText(Model model) {
		String sidecar = Sidecar.file(session.file()).getFileName().toString();
		String why = model.preprocessingReason();
		if (model.preprocessingGuessed()) {
			return NLS.bind(Messages.PreprocessingPage_guessed, why);
		}
		return why.contains(sidecar) ? NLS.bind(Messages.PreprocessingPage_stored, sidecar)
				: NLS.bind(Messages.PreprocessingPage_storedBecause, sidecar, why);
	}

	private Optional<String> guessReason(Preprocessing used) {
		return guessed.filter(known -> known.preprocessing().equals(used)).map(PreprocessingGuess::reason);
	}

	private void guess() {
		guess.setEnabled(false);
		new GuessJob(session.owner(), network.network(), found -> {
			if (!page.isDisposed()) {
				page.getDisplay().asyncExec(() -> guessed(found));
			}
		}).schedule();
	}

	private void guessed(PreprocessingGuess found) {
		if (page.isDisposed()) {
			return;
		}
		guess.setEnabled(true);
		guessed = Optional.of(found);
		Draft made = Draft.of(found.preprocessing(), channels);
		if (made.equals(draft)) {
			refresh();
		} else {
			changed(made, guess);
		}
	}

	@Override
	public boolean isDirty() {
		return !draft.parse().equals(Optional.of(network.model().preprocessing()));
	}

	@Override
	public boolean save(IProgressMonitor monitor) {
		Optional<Storing> storing = storing();
		if (storing.isEmpty()) {
			trouble.setText(Messages.PreprocessingPage_wrong);
			fit();
			return false;
		}
		try {
			ModalContext.run(progress -> {
				try {
					storing.get().write();
				} catch (StarfishException e) {
					throw new InvocationTargetException(e);
				}
			}, true, monitor, page.getDisplay());
			return true;
		} catch (InvocationTargetException e) {
			failed(e.getCause().getMessage());
			return false;
		} catch (InterruptedException e) {
			return false;
		}
	}

	private void store() {
		storing().ifPresent(storing -> new WriteJob(
				NLS.bind(Messages.PreprocessingPage_storing, Sidecar.file(session.file()).getFileName()), session.owner(), storing,
				() -> { }, sentence -> {
					if (!page.isDisposed()) {
						page.getDisplay().asyncExec(() -> failed(sentence));
					}
				}).schedule());
	}

	private Optional<Storing> storing() {
		return draft.parse().map(used -> new Storing(network, session.file(), used, reason(used)));
	}

	private String reason(Preprocessing used) {
		return used.equals(network.model().preprocessing()) ? network.model().preprocessingReason()
				: guessReason(used).orElse(Messages.PreprocessingPage_byHand);
	}

	private void failed(String sentence) {
		if (!page.isDisposed()) {
			trouble.setText(sentence);
			fit();
		}
	}

	private void fit() {
		left.layout();
		scroller.setMinHeight(left.computeSize(scroller.getClientArea().width, SWT.DEFAULT).y);
	}
}
