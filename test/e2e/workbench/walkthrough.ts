import { expect, type Locator } from '@playwright/test';
import type { Workbench } from './workbench';

/** The walkthrough in the editor. */
export class Walkthrough {
  readonly title: Locator;
  readonly steps: Locator;
  private readonly picture: Locator;
  private readonly editor: Locator;

  constructor({ page }: Workbench) {
    this.editor = page.locator('.gettingStartedContainer');
    this.title = this.editor.locator('.gettingStartedDetailsContent .category-title');
    this.steps = this.editor.locator('.getting-started-step');
    this.picture = this.editor.locator('.getting-started-media img');
  }

  /** A step by its id in package.json. */
  step(id: string): Locator {
    return this.editor.locator(`.getting-started-step[data-step-id$="#${id}"]`);
  }

  /** What is checked when the step has been done. */
  checkbox(id: string): Locator {
    return this.editor.locator(`[data-done-step-id$="#${id}"]`);
  }

  /** The path of the picture beside the step that is open, once it is drawn. */
  async pictureShown(): Promise<string> {
    await expect(this.picture).toBeVisible();
    return this.picture.evaluate((image: HTMLImageElement) =>
      image.naturalWidth > 0 ? (new URL(image.currentSrc).searchParams.get('path') ?? image.currentSrc) : '',
    );
  }

  async open(id: string): Promise<void> {
    await this.step(id).locator('.step-title').click();
  }

  async press(id: string, button: string): Promise<void> {
    await this.step(id).getByRole('button', { name: button }).click();
  }
}
