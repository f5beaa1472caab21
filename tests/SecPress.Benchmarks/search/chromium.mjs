// A Chromium without a window, spoken to over pipes, so that nothing but the browser is needed.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--remote-debugging-pipe'];

export class Chromium {
  #process;
  #profile = fs.mkdtempSync(path.join(os.tmpdir(), 'secpress-bench-'));
  #calls = new Map();
  #next = 1;
  #session;

  static async start(program) {
    const browser = new Chromium(program);
    const { targetInfos } = await browser.#call('Target.getTargets');
    const { sessionId } = await browser.#call('Target.attachToTarget', { targetId: targetInfos.find(t => t.type === 'page').targetId, flatten: true });
    browser.#session = sessionId;
    await browser.#call('Page.enable');
    return browser;
  }

  constructor(program) {
    this.#process = spawn(program, [...flags, `--user-data-dir=${this.#profile}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    let pending = '';
    this.#process.stdio[4].setEncoding('utf8').on('data', data => {
      const messages = (pending + data).split('\0');
      pending = messages.pop();
      for (const message of messages.map(text => JSON.parse(text))) {
        const call = this.#calls.get(message.id);
        this.#calls.delete(message.id);
        if (message.error) call?.reject(new Error(message.error.message)); else call?.resolve(message.result);
      }
    });
  }

  open(url) { return this.#call('Page.navigate', { url }); }

  /** What an expression gives; a promise is waited for. */
  async evaluate(expression) {
    const { result, exceptionDetails } = await this.#call('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Forgets the files it has fetched. */
  clearCache() { return this.#call('Network.clearBrowserCache'); }

  async stop() {
    const exited = new Promise(resolve => this.#process.once('exit', resolve));
    this.#call('Browser.close').catch(() => {});
    await exited;
    // Its children may still be writing.
    fs.rmSync(this.#profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }

  #call(method, params = {}) {
    const id = this.#next++;
    this.#process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId: this.#session })}\0`);
    return new Promise((resolve, reject) => this.#calls.set(id, { resolve, reject }));
  }
}
