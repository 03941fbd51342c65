import { once } from 'node:events';
import { createServer } from 'node:http';

/** A chat model on this machine that uses the one tool it is given with what it was told to, and then repeats what the tool said. */
export async function startModel(input) {
  const seen = { tools: [], results: [] };
  const server = createServer(async (request, answer) => {
    let text = '';
    for await (const piece of request) text += piece;
    const { messages, tools, stream } = JSON.parse(text);
    const result = messages.findLast(({ role }) => role === 'tool');
    if (result) seen.results.push(result.content);
    else seen.tools.push(...tools.map((tool) => tool.function));
    write(
      answer,
      stream,
      result ? `Done: ${result.content}` : null,
      result ? undefined : { name: tools[0].function.name, arguments: JSON.stringify(input) },
    );
  });
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${server.address().port}/v1`, seen, stop: () => server.close() };
}

// https://platform.openai.com/docs/api-reference/chat
function write(answer, isStream, content, call) {
  const message = {
    role: 'assistant',
    content,
    ...(call && { tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: call }] }),
  };
  const body = (part) => ({
    id: '1',
    created: 1,
    model: 'm',
    choices: [{ index: 0, finish_reason: call ? 'tool_calls' : 'stop', ...part }],
  });
  if (!isStream) {
    answer.setHeader('content-type', 'application/json').end(
      JSON.stringify({
        ...body({ message }),
        object: 'chat.completion',
        usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
      }),
    );
    return;
  }
  answer
    .setHeader('content-type', 'text/event-stream')
    .end(`data: ${JSON.stringify({ ...body({ delta: message }), object: 'chat.completion.chunk' })}\n\ndata: [DONE]\n\n`);
}
