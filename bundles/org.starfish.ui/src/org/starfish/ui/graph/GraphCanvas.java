// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.ScrollBar;
import org.starfish.core.image.Area;
import org.starfish.core.model.ModelFacts;

/**
 * Shows the graph of a network's layers, and lets the user walk through it. Lays it out in a job; draws only what is to
 * be seen. Groups of layers are boxes that open.
 */
public final class GraphCanvas extends Canvas {
	/** So many boxes can be overlooked; of larger networks groups are closed at first. */
	private static final int OVERSEEN = 40;
	private static final double SPACE = 24;

	private final Object owner;
	private final GraphFonts fonts;
	private final Viewport viewport = new Viewport();
	private final Set<GraphNode> open = new HashSet<>();
	private final GraphAccessible accessible;
	private Consumer<GraphNode> selected = node -> { };
	private Consumer<GraphNode> opened = node -> { };
	private Runnable changed = () -> { };
	private LayerGraph graph;
	private GraphLayout layout;
	private LayoutJob job;
	/** Whose layout is waited for; that of another one comes too late. */
	private GraphLayouter latest;
	/** What stays where it is when another layout comes; null to show the beginning. */
	private GraphNode anchor;
	private GraphNode selection;
	private GraphNode hovered;

	/**
	 * @param owner the family of the jobs that lay it out
	 */
	public GraphCanvas(Composite parent, Object owner) {
		super(parent, SWT.H_SCROLL | SWT.V_SCROLL | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
		this.owner = owner;
		fonts = new GraphFonts(this);
		addListener(SWT.Paint, event -> paint(event.gc));
		addListener(SWT.Resize, event -> resized());
		addListener(SWT.Dispose, event -> cancel());
		getHorizontalBar().addListener(SWT.Selection, event -> scrolled());
		getVerticalBar().addListener(SWT.Selection, event -> scrolled());
		new GraphMouse(this);
		new GraphKeys(this);
		new GraphMenu(this);
		accessible = new GraphAccessible(this);
		showBars();
	}

	/** Shows the layers of a model. */
	public void show(ModelFacts facts) {
		graph = LayerGraph.of(facts);
		layout = null;
		anchor = null;
		selection = null;
		open.clear();
		open.addAll(graph.open(OVERSEEN));
		layOut();
	}

	/**
	 * Who is told when the user selects something.
	 *
	 * @param listener given a layer or group
	 */
	public void onSelected(Consumer<GraphNode> listener) {
		selected = listener;
	}

	/**
	 * Who is told when the user wants to see more of a layer.
	 *
	 * @param listener given a layer
	 */
	public void onOpened(Consumer<GraphNode> listener) {
		opened = listener;
	}

	/** Who is told when the size of things or the groups that are open have changed. */
	public void onChanged(Runnable listener) {
		changed = listener;
	}

	private void layOut() {
		cancel();
		Display display = getDisplay();
		var layouter = new GraphLayouter(graph, fonts.texts());
		job = new LayoutJob(owner, layouter, open, laidOut -> {
			if (!display.isDisposed()) {
				display.asyncExec(() -> laidOut(layouter, laidOut));
			}
		});
		latest = layouter;
		job.schedule();
	}

	private void cancel() {
		if (job != null) {
			job.cancel();
		}
	}

	private void laidOut(GraphLayouter layouter, GraphLayout laidOut) {
		if (isDisposed() || layouter != latest) {
			return;
		}
		Optional<Point> kept = anchor == null || layout == null ? Optional.empty() : layout.area(anchor).map(this::corner);
		boolean first = layout == null;
		layout = laidOut;
		viewport.setContent(layout.width(), layout.height());
		if (first) {
			showStart();
		}
		if (kept.isPresent() && layout.area(anchor).isPresent()) {
			Point now = corner(layout.area(anchor).get());
			viewport.moveBy(now.x - kept.get().x, now.y - kept.get().y);
			reveal(anchor);
		}
		if (selection != null && layout.area(selection).isEmpty()) {
			selection = closedAround(selection);
		}
		hovered = null;
		changed();
	}

	private Point corner(Area area) {
		return new Point((int) Math.round(viewport.toWindowX(area.x() + area.width() / 2)),
				(int) Math.round(viewport.toWindowY(area.y())));
	}

	private void showStart() {
		viewport.zoomTo(1, 0, 0);
		Area input = layout.boxes().getFirst().area();
		viewport.moveTo(input.x() + input.width() / 2 - getClientArea().width / 2.0, 0);
	}

	/** What shows a node: itself, or the closed group it is hidden in. */
	private GraphNode closedAround(GraphNode node) {
		GraphNode shown = node;
		for (GraphNode up = node; up.parent() != null; up = up.parent()) {
			if (up != node && !open.contains(up)) {
				shown = up;
			}
		}
		return shown;
	}

	/** Selects a layer, or the closed group it is hidden in, without telling about it. */
	public void select(String layer) {
		if (graph != null) {
			graph.find(layer).ifPresent(node -> {
				GraphNode shown = closedAround(node);
				if (selection == null || closedAround(selection) != shown) {
					selection = shown;
					reveal(shown);
					changed();
				}
			});
		}
	}

	/** What is selected; empty if nothing is. */
	public Optional<GraphNode> selection() {
		return Optional.ofNullable(selection);
	}

	/** The user selects something, or nothing. */
	void choose(GraphNode node) {
		if (node != selection) {
			selection = node;
			changed();
			accessible.selectionChanged();
			if (node != null) {
				selected.accept(node);
			}
		}
		if (node != null) {
			reveal(node);
		}
	}

	/** The user wants to see more of a node: the members of a group, or what a layer answers. */
	void enter(GraphNode node) {
		if (node.isGroup()) {
			toggle(node);
		} else {
			opened.accept(node);
		}
	}

	/** Opens a closed group, or closes it. */
	void toggle(GraphNode group) {
		if (group.isGroup()) {
			if (!open.remove(group)) {
				open.add(group);
			}
			anchor = group;
			layOut();
		}
	}

	/** Whether a group shows its members. */
	boolean isOpen(GraphNode group) {
		return open.contains(group);
	}

	/** Opens all groups. */
	public void openAll() {
		anchor = selection;
		open.addAll(graph.groups());
		layOut();
	}

	/** Closes all groups. */
	public void closeAll() {
		anchor = selection == null ? null : outermost(selection);
		open.clear();
		layOut();
	}

	private static GraphNode outermost(GraphNode node) {
		GraphNode up = node;
		while (up.parent().parent() != null) {
			up = up.parent();
		}
		return up;
	}

	/** Whether a group is open. */
	public boolean hasOpenGroups() {
		return !open.isEmpty();
	}

	/** Whether all groups are open. */
	public boolean isAllOpen() {
		return graph != null && open.containsAll(graph.groups());
	}

	/** Whether there are groups to open or close. */
	public boolean hasGroups() {
		return graph != null && !graph.groups().isEmpty();
	}

	/** Shows all of the graph. */
	public void fit() {
		viewport.fit();
		changed();
	}

	/** Shows things in their own size. */
	public void showActualSize() {
		Rectangle window = getClientArea();
		zoomTo(1, window.width / 2, window.height / 2);
	}

	/** Shows things larger by some steps, or smaller if negative, with the centre where it is. */
	public void zoomBy(int steps) {
		Rectangle window = getClientArea();
		zoomBy(steps, window.width / 2, window.height / 2);
	}

	void zoomBy(int steps, int x, int y) {
		viewport.zoomBy(steps, x, y);
		changed();
	}

	private void zoomTo(double zoom, int x, int y) {
		viewport.zoomTo(zoom, x, y);
		changed();
	}

	/** The size of things on the screen, 1 for 100 %. */
	public double zoom() {
		return viewport.zoom();
	}

	void pan(int right, int down) {
		viewport.moveBy(right, down);
		changed();
	}

	void centre(double x, double y) {
		viewport.centre(x, y);
		changed();
	}

	private void reveal(GraphNode node) {
		if (layout != null) {
			layout.area(node).ifPresent(area -> {
				// Of an open group the title is enough.
				double height = node.isGroup() ? Math.min(area.height(), layout.title()) : area.height();
				viewport.reveal(new Area(area.x(), area.y(), area.width(), height), SPACE);
				changed();
			});
		}
	}

	/** What is laid out now; empty as long as nothing is. */
	Optional<GraphLayout> shown() {
		return Optional.ofNullable(layout);
	}

	/** What is at a point of the window. */
	Optional<GraphNode> at(int x, int y) {
		return shown().flatMap(now -> now.at(viewport.toGraphX(x), viewport.toGraphY(y)));
	}

	/** Whether a point of the window is on the mark that opens or closes a group. */
	boolean isToggle(GraphNode node, int x) {
		return node.isGroup() && layout.area(node)
				.filter(area -> viewport.toGraphX(x) < area.x() + BoxTexts.INSET + fonts.texts().toggle()).isPresent();
	}

	/** What is laid out now as a drawing in SVG; empty as long as nothing is. */
	Optional<String> drawing() {
		return shown().map(now -> GraphSvg.of(now, colors(), fonts.texts()));
	}

	private GraphColors colors() {
		return GraphColors.of(getParent().getBackground(), getParent().getForeground());
	}

	/** The family of the jobs that work for it. */
	Object owner() {
		return owner;
	}

	/** Where a node is in the window. */
	Optional<Rectangle> place(GraphNode node) {
		return shown().flatMap(now -> now.area(node))
				.map(area -> new Rectangle((int) viewport.toWindowX(area.x()), (int) viewport.toWindowY(area.y()),
						(int) (area.width() * viewport.zoom()), (int) (area.height() * viewport.zoom())));
	}

	/** The small map, if not all of the graph is to be seen and there is space for it. */
	Optional<Minimap> minimap() {
		Rectangle window = getClientArea();
		if (layout == null || viewport.showsAll() || window.width < 4 * Minimap.WIDEST || window.height < Minimap.WIDEST) {
			return Optional.empty();
		}
		return Optional.of(new Minimap(layout, new Point(window.width, window.height)));
	}

	void hover(GraphNode node) {
		if (node != hovered) {
			hovered = node;
			setToolTipText(node == null ? null : NodeDescription.of(node));
			redraw();
		}
	}

	GraphFonts fonts() {
		return fonts;
	}

	private void paint(GC gc) {
		// Themes give colours to controls by their class, and do not know this one.
		GraphColors colors = colors();
		gc.setBackground(colors.background());
		gc.fillRectangle(getClientArea());
		if (layout == null) {
			if (graph != null) {
				gc.setForeground(colors.detail());
				gc.drawString(Messages.GraphCanvas_layingOut, (int) SPACE, (int) SPACE, true);
			}
			return;
		}
		new GraphPainter(gc, layout, viewport, colors, fonts, selection).paint(hovered);
		minimap().ifPresent(map -> map.paint(gc, colors, viewport.shown(), selection));
	}

	private void resized() {
		Rectangle window = getClientArea();
		viewport.setWindow(window.width, window.height);
		changed();
	}

	private void scrolled() {
		viewport.moveTo(getHorizontalBar().getSelection() / viewport.zoom(),
				getVerticalBar().getSelection() / viewport.zoom());
		redraw();
	}

	private void changed() {
		showBars();
		redraw();
		changed.run();
	}

	private void showBars() {
		Area shown = viewport.shown();
		show(getHorizontalBar(), shown.x(), shown.width(), layout == null ? 0 : layout.width());
		show(getVerticalBar(), shown.y(), shown.height(), layout == null ? 0 : layout.height());
	}

	private void show(ScrollBar bar, double start, double length, double all) {
		boolean needed = all > length + 0.5;
		bar.setVisible(needed);
		bar.setEnabled(needed);
		if (needed) {
			double zoom = viewport.zoom();
			int thumb = (int) (length * zoom);
			bar.setValues((int) Math.round(start * zoom), 0, (int) Math.ceil(all * zoom), thumb,
					Math.max(1, (int) fonts.texts().height()), Math.max(1, thumb * 9 / 10));
		}
	}
}
