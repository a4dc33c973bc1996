// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.services.EMenuService;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.model.OpenNetworks;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** The view of the models: those of the workspace and those that are open, with their layers and channels. */
public final class ModelExplorer {
	/** Its identifier in {@code plugin.xml}, also of its menus. */
	public static final String ID = "org.starfish.ui.modelExplorer";
	/** Copying a folder makes many changes; they are answered together. */
	private static final long DELAY = 100;
	private static final String COLLAPSE_ICON = "platform:/plugin/org.eclipse.ui/icons/full/elcl16/collapseall.svg";
	private static final String LINK_ICON = "platform:/plugin/org.eclipse.ui/icons/full/elcl16/synced.svg";

	private final IWorkspace workspace = ResourcesPlugin.getWorkspace();
	private final IResourceChangeListener changes = this::changed;
	private final OpenNetworks.Listener openings = file -> onUi(this::showOpened);
	@Inject
	private MApplication application;
	@Inject
	private MPart part;
	@Inject
	private IWorkbenchPage page;
	@Inject
	private ESelectionService selections;
	@Inject
	private EMenuService menus;
	@Inject
	private EHandlerService handlers;
	private Display display;
	private ModelNodes models;
	private Composite pages;
	private StackLayout layout;
	private Control content;
	private Control none;
	private FilterBox filter;
	private Label nothing;
	private ExplorerTree tree;
	private EditorLink link;
	private Job search;
	/** To be selected as soon as it has been found. */
	private Optional<ModelLocation> wanted = Optional.empty();

	@PostConstruct
	void create(Composite parent) {
		display = parent.getDisplay();
		models = new ModelNodes(this::onUi, this::show);
		layout = new StackLayout();
		pages = new Composite(parent, SWT.NONE);
		pages.setLayout(layout);
		createNone();
		createContent();
		link = new EditorLink(page, tree, part.getPersistedState());
		createMenus();
		search = new ModelSearch(this, workspace.getRoot(), found -> onUi(() -> show(found)));
		workspace.addResourceChangeListener(changes, IResourceChangeEvent.POST_CHANGE);
		SharedNetworks.get().addListener(openings);
		search.schedule();
	}

	private void createNone() {
		var page = new Composite(pages, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(12, 12).applyTo(page);
		var sentence = new Label(page, SWT.WRAP);
		sentence.setText(Messages.ModelExplorer_none);
		GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(sentence);
		none = page;
	}

	private void createContent() {
		var page = new Composite(pages, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(0, 2).spacing(0, 2).applyTo(page);
		filter = new FilterBox(page, Messages.ModelExplorer_filter, this::filter);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(filter.control());
		nothing = new Label(page, SWT.WRAP);
		nothing.setText(Messages.ModelExplorer_nothingFound);
		nothing.setVisible(false);
		GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).indent(8, 4).exclude(true).applyTo(nothing);
		tree = new ExplorerTree(page, models, part.getPersistedState());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.control());
		filter.onDown(tree::enter);
		tree.viewer().addSelectionChangedListener(event -> selected());
		tree.viewer().addOpenListener(event -> open());
		ElementTransfer.addDragSource(tree.control(), tree::selection);
		content = page;
	}

	private void filter(NamePattern pattern) {
		tree.filter(pattern);
		sayIfNothingFound();
	}

	private void sayIfNothingFound() {
		boolean shown = tree.isNothingFound();
		if (shown != nothing.getVisible()) {
			nothing.setVisible(shown);
			((GridData) nothing.getLayoutData()).exclude = !shown;
			nothing.getParent().layout();
		}
	}

	private void createMenus() {
		var all = new ExplorerMenus(application, part, handlers);
		all.button(Messages.ModelExplorer_collapse, COLLAPSE_ICON, tree::collapseAll);
		all.handle(IWorkbenchCommandConstants.NAVIGATE_COLLAPSE_ALL, () -> true, tree::collapseAll);
		all.toggle(Messages.ModelExplorer_link, LINK_ICON, link.isOn(), link::set);
		for (ExplorerColumn column : ExplorerColumn.values()) {
			all.check(column.title(), tree.columns().isShown(column), shown -> tree.columns().show(column, shown));
		}
		all.item(Messages.ModelExplorer_open, this::isAnySelected, this::open);
		all.separator("open");
		all.handledItem(Messages.ModelExplorer_copy, IWorkbenchCommandConstants.EDIT_COPY,
				() -> isAnySelected() && tree.control().isFocusControl(),
				() -> ElementTransfer.copy(display, tree.selection()));
		all.item(Messages.ModelExplorer_properties, this::isAnySelected, this::showProperties);
		all.separator("view");
		all.item(Messages.ModelExplorer_cancel, () -> tree.nodes().anyMatch(node -> node.model().isLoading()),
				() -> tree.nodes().map(ExplorerNode::model).distinct().toList().forEach(tree::cancel));
		all.handledItem(Messages.ModelExplorer_refresh, IWorkbenchCommandConstants.FILE_REFRESH, () -> true,
				this::refresh);
		all.separator("additions");
		all.handle(IWorkbenchCommandConstants.EDIT_FIND_AND_REPLACE, () -> true, filter.control()::setFocus);
		menus.registerContextMenu(tree.control(), ID);
	}

	@PreDestroy
	void close() {
		workspace.removeResourceChangeListener(changes);
		SharedNetworks.get().removeListener(openings);
		search.cancel();
		link.close();
		models.close();
	}

	@Focus
	void focus() {
		if (layout.topControl == content) {
			tree.control().setFocus();
		} else {
			pages.setFocus();
		}
	}

	/** Selects a model, or does so when it is found. */
	public void reveal(ModelLocation model) {
		wanted = Optional.of(model).filter(location -> !tree.reveal(location));
	}

	private void onUi(Runnable work) {
		if (!display.isDisposed()) {
			display.asyncExec(work);
		}
	}

	private void changed(IResourceChangeEvent event) {
		if (ModelChanges.in(event.getDelta())) {
			search.schedule(DELAY);
		}
	}

	private void show(List<FoundModel> found) {
		if (!pages.isDisposed()) {
			models.found(found);
			showOpened();
		}
	}

	private void showOpened() {
		if (pages.isDisposed()) {
			return;
		}
		models.opened(SharedNetworks.get().files());
		layout.topControl = models.all().isEmpty() ? none : content;
		pages.layout();
		tree.refresh();
		selected();
		wanted.ifPresent(this::reveal);
	}

	private void show(ModelNode model) {
		if (!pages.isDisposed()) {
			tree.refresh(model);
			sayIfNothingFound();
			selected();
		}
	}

	private void selected() {
		IStructuredSelection elements = tree.selection();
		selections.setSelection(elements);
		// The Properties view listens to this one.
		selections.setPostSelection(elements);
		link.lead(elements);
	}

	private boolean isAnySelected() {
		return tree.nodes().findAny().isPresent();
	}

	/** Shows layers and channels in the editor; groups and messages show or hide what is below. */
	private void open() {
		for (ExplorerNode node : tree.nodes().toList()) {
			switch (node.element()) {
			case ModelElement model -> LayerEditor.open(page, model.location());
			case LayerElement layer -> LayerEditor.open(page, layer);
			case UnitElement unit -> LayerEditor.open(page, unit);
			default -> tree.toggle(node);
			}
		}
	}

	private void showProperties() {
		try {
			page.showView(IPageLayout.ID_PROP_SHEET, null, IWorkbenchPage.VIEW_VISIBLE);
		} catch (PartInitException e) {
			ILog.get().log(e.getStatus());
		}
	}

	/** Also reads what was changed outside the workbench. */
	private void refresh() {
		List<IFile> files = models.all().stream().flatMap(model -> model.location().file().stream()).toList();
		Job.create(Messages.ModelExplorer_refreshing, monitor -> {
			for (IFile file : files) {
				file.refreshLocal(IResource.DEPTH_ZERO, monitor);
			}
			search.schedule();
		}).schedule();
	}
}
