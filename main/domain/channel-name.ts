export { channelNames, type ChannelName } from '../../shared/model/channel-name.ts'
