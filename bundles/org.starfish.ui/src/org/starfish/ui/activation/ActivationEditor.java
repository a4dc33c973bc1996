// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.MultiPageEditorPart;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.network.UnitAddress;
import org.starfish.ui.model.ModelLocation;
import org.starfish.ui.overview.OverviewPage;
import org.starfish.ui.preprocessing.PreprocessingPage;

/**
 * The editor of a model: its graph, what its layers answer to a picture, and how pictures become input. It holds the
 * network as long as it is open; the pages are made when they are shown first.
 */
public final class ActivationEditor extends MultiPageEditorPart implements LayerDisplay {
	/** Its identifier in {@code plugin.xml}; other features need only {@link LayerDisplay}. */
	public static final String ID = LayerDisplay.EDITOR;

	/** A page that is made when it is shown. */
	private final class Tab {
		private final PageFactory factory;
		private final Composite host;
		private EditorPage page;

		Tab(Composite host, PageFactory factory) {
			this.host = host;
			this.factory = factory;
		}

		void make() {
			if (page == null) {
				page = factory.create(host, session, ActivationEditor.this);
				host.layout();
			}
		}

		void show() {
			make();
			page.shown();
		}
	}

	private final List<Tab> tabs = new ArrayList<>();
	private ModelSession session;
	private Composite stack;
	private StackLayout layers;
	private WaitPanel reading;
	private Composite pages;
	private int activations;

	@Override
	public void init(IEditorSite site, IEditorInput input) throws PartInitException {
		ModelLocation model = ModelLocation.of(input)
				.orElseThrow(() -> new PartInitException(NLS.bind(Messages.ActivationEditor_noFile, input.getName())));
		super.init(site, input);
		setPartName(input.getName());
		Display display = site.getShell().getDisplay();
		session = new ModelSession(model.path(), SharedNetworks.get(), ModelMemory.ofWorkbench(), work -> {
			if (!display.isDisposed()) {
				display.asyncExec(work);
			}
		});
		site.setSelectionProvider(new EditorSelection(model, session));
	}

	@Override
	protected Composite createPageContainer(Composite parent) {
		stack = new Composite(parent, SWT.NONE);
		layers = new StackLayout();
		stack.setLayout(layers);
		reading = new WaitPanel(stack);
		pages = new Composite(stack, SWT.NONE);
		pages.setLayout(new FillLayout());
		return super.createPageContainer(pages);
	}

	@Override
	protected void createPages() {
		((CTabFolder) getContainer()).setTabPosition(SWT.TOP);
		addTab(Messages.ActivationEditor_overview, OverviewPage::new);
		activations = addTab(Messages.ActivationEditor_activations, (parent, shared, display) -> new ActivationsPage(parent, shared, getSite()));
		addTab(Messages.ActivationEditor_preprocessing, (parent, shared, display) -> new PreprocessingPage(parent, shared, getSite(),
				() -> firePropertyChange(PROP_DIRTY)));
		setActivePage(activations);
		session.addListener(this::changed);
		session.open();
		// While the model is read there is time to make the page that will show it.
		stack.getDisplay().asyncExec(() -> {
			if (!stack.isDisposed()) {
				tabs.get(activations).make();
			}
		});
	}

	private int addTab(String title, PageFactory factory) {
		var host = new Composite(getContainer(), SWT.NONE);
		host.setLayout(new FillLayout());
		tabs.add(new Tab(host, factory));
		int index = addPage(host);
		setPageText(index, title);
		return index;
	}

	private void changed(ModelSession.Change change) {
		if (change == ModelSession.Change.MODEL) {
			boolean read = session.network().isPresent();
			layers.topControl = read ? pages : reading.control();
			if (session.isReading()) {
				reading.working(NLS.bind(Messages.ActivationEditor_reading, session.file().getFileName()), session::cancel);
			} else {
				session.trouble().ifPresent(sentence -> reading.failed(sentence, session::open));
			}
			if (read) {
				tabs.get(getActivePage()).show();
			}
			stack.layout();
		}
	}

	@Override
	protected void pageChange(int index) {
		super.pageChange(index);
		if (session.network().isPresent()) {
			tabs.get(index).show();
		}
	}

	/** What the pages share. */
	public ModelSession session() {
		return session;
	}

	@Override
	public void showLayer(String layer) {
		setActivePage(activations);
		session.showLayer(layer);
	}

	@Override
	public void showUnit(UnitAddress unit) {
		setActivePage(activations);
		session.showUnit(unit);
	}

	@Override
	public <T> T getAdapter(Class<T> adapter) {
		return adapter == LayerDisplay.class ? adapter.cast(this) : super.getAdapter(adapter);
	}

	@Override
	public void setFocus() {
		EditorPage page = getActivePage() < 0 ? null : tabs.get(getActivePage()).page;
		if (page != null && session.network().isPresent()) {
			page.setFocus();
		} else {
			reading.setFocus();
		}
	}

	@Override
	public boolean isDirty() {
		return super.isDirty() || tabs.stream().anyMatch(tab -> tab.page != null && tab.page.isDirty());
	}

	@Override
	public void doSave(IProgressMonitor monitor) {
		for (int index = 0; index < tabs.size(); index++) {
			EditorPage page = tabs.get(index).page;
			if (page != null && page.isDirty() && !page.save(monitor)) {
				monitor.setCanceled(true);
				setActivePage(index);
			}
		}
		firePropertyChange(PROP_DIRTY);
	}

	@Override
	public void doSaveAs() {
		// Not offered.
	}

	@Override
	public boolean isSaveAsAllowed() {
		return false;
	}

	@Override
	public void dispose() {
		if (session != null) {
			session.close();
		}
		super.dispose();
	}
}
