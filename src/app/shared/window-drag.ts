import { useSyncExternalStore } from 'react';

/** Files (not text, not a picture of the page itself) are being dragged over the window. */
export function useIsDraggingFiles(): boolean {
  return useSyncExternalStore(subscribe, () => isDragging);
}

let isDragging = false;
/** dragenter and dragleave come for every element on the way: only the balance says whether the window was left. */
let depth = 0;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) setListening(true);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) setListening(false);
  };
}

function setListening(isOn: boolean) {
  const change = isOn ? window.addEventListener.bind(window) : window.removeEventListener.bind(window);
  change('dragenter', enter as EventListener);
  change('dragleave', leave as EventListener);
  change('dragend', end);
  // In the capture phase: whoever takes the drop may stop the event.
  change('drop', end, true);
}

export function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

function enter(event: DragEvent) {
  if (!hasFiles(event)) return;
  depth += 1;
  set(true);
}

function leave(event: DragEvent) {
  if (!hasFiles(event)) return;
  depth = Math.max(0, depth - 1);
  if (depth === 0) set(false);
}

function end() {
  depth = 0;
  set(false);
}

function set(next: boolean) {
  if (isDragging === next) return;
  isDragging = next;
  for (const listener of listeners) listener();
}
