import type { INodeProperties } from 'n8n-workflow';

/** How a pin is given over. */
export const optionsField: INodeProperties = {
  displayName: 'Options',
  name: 'options',
  type: 'collection',
  placeholder: 'Add Option',
  default: {},
  description: 'How the pin is given to the connector',
  options: [
    {
      displayName: 'Callback URL',
      name: 'callbackUrl',
      type: 'string',
      default: '',
      placeholder: 'e.g. {{ $execution.resumeUrl }}',
      description:
        'Address that is told how the pin ended. With {{ $execution.resumeUrl }} a Wait node behind this one ' +
        '(Resume: On Webhook Call, method POST) goes on then.',
    },
    {
      displayName: 'Check Media and Link First',
      name: 'checkFirst',
      type: 'boolean',
      default: false,
      description:
        'Whether the connector fetches the image or video, opens the page behind the link and asks Pinterest for the board ' +
        'before it takes the pin. What is wrong then stops the pin at once, instead of when it goes out.',
    },
    {
      displayName: 'Duplicates',
      name: 'duplicates',
      type: 'options',
      default: 'earlier',
      options: [
        { name: 'Publish Again', value: 'again', description: 'Every execution publishes its own pin, even of the same content' },
        {
          name: 'Return the Earlier Pin',
          value: 'earlier',
          description: 'The same content from this node is one pin, however often it runs',
        },
      ],
      description: 'What to do when this node has sent exactly the same content before',
    },
    {
      displayName: 'Idempotency Key',
      name: 'idempotencyKey',
      type: 'string',
      default: '',
      placeholder: 'e.g. {{ $json.sku }}',
      description:
        'Your own name for this pin, up to 255 characters, instead of one made from its content: ' +
        'the same name is published once. With other content it is refused. Build it from a field that is never blank.',
    },
    {
      displayName: 'Wait for Completion',
      name: 'waitForCompletion',
      type: 'boolean',
      default: false,
      description: 'Whether to wait until the pin is published. A pin that fails then stops this node, or leaves by its error output.',
    },
    {
      displayName: 'Wait Limit (Seconds)',
      name: 'waitLimit',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 3600 },
      default: 300,
      description: 'How long Wait for Completion waits at most; after that the pin comes out as it is then, and is still published later',
    },
  ],
};

/** How a pin is checked. */
export const checkOptionsField: INodeProperties = {
  displayName: 'Options',
  name: 'options',
  type: 'collection',
  placeholder: 'Add Option',
  default: {},
  description: 'How the pin is checked',
  options: [
    {
      displayName: 'Open Link',
      name: 'openLink',
      type: 'boolean',
      default: true,
      description: 'Whether the page behind the destination link is opened too, which takes some seconds',
    },
  ],
};
